import { safeText } from '@firebreak/untrusted';
import { shortDuration, utcTime } from '../duration.ts';
import { type Html, html } from '../html/html.ts';
import type { IncidentReport } from '../incident-report.ts';
import { type PlacedLane, type PlacedMark, placedLane } from './placed-marks.ts';
import { type TimeScale, timeScale } from './time-scale.ts';
import { type Look, timelineLanes } from './timeline-marks.ts';

const WIDTH = 920;
const LEFT = 42;
/** Labels run to the right of their marks; this is the room for the last ones. */
const LABEL_ROOM = 350;
const AXIS_HEIGHT = 44;
const LANE_HEAD = 46;
const ROW = 17;
const LANE_FOOT = 14;

/**
 * The incident as a drawing: time from left to right in UTC, one lane each for what happened in AWS, what was learned
 * and what was changed. Colours come from the page's style sheet. Nothing when there is no time to draw.
 */
export function timelineDrawing(report: IncidentReport): Html | null {
  const lanes = timelineLanes(report);
  const times = lanes.flatMap(({ marks }) => marks.map(({ time }) => time));
  if (times.length === 0) return null;
  const scale = timeScale(times, WIDTH - LEFT - LABEL_ROOM);
  const placed = lanes.map((lane) => placedLane(lane, scale.place));
  const tops = placed.map((_, index) =>
    placed.slice(0, index).reduce((sum, lane) => sum + laneHeight(lane), AXIS_HEIGHT),
  );
  const height = placed.reduce((sum, lane) => sum + laneHeight(lane), AXIS_HEIGHT);
  const [first, last] = [Math.min(...times), Math.max(...times)].map((time) =>
    utcTime(new Date(time).toISOString()),
  );
  return html`<svg class="timeline" role="img" aria-labelledby="timeline-title timeline-desc" viewBox="0 0 ${WIDTH} ${height}" xmlns="http://www.w3.org/2000/svg">
<title id="timeline-title">Timeline of the incident in UTC</title>
<desc id="timeline-desc">From ${first ?? ''} to ${last ?? ''}: ${lanes.map(({ name, marks }) => `${name}, ${marks.length} ${marks.length === 1 ? 'mark' : 'marks'}. `)}The table in the section Journal holds the same and more as text.</desc>
${axis(scale, height)}${placed.map((lane, index) => drawnLane(lane, tops[index] ?? 0))}</svg>
`;
}

function laneHeight({ rows }: PlacedLane): number {
  return LANE_HEAD + Math.max(rows, 1) * ROW + LANE_FOOT;
}

function axis({ ticks, breaks }: TimeScale, height: number): Html {
  return html`<g class="axis">
${breaks.map(({ start, end, skipped }) => {
  const [from, to, middle] = [LEFT + start + 12, LEFT + end - 12, LEFT + (start + end) / 2];
  return html`<rect class="break" x="${round(from)}" y="${AXIS_HEIGHT - 8}" width="${round(to - from)}" height="${height - AXIS_HEIGHT}"/><text class="skipped" x="${round(middle)}" y="${AXIS_HEIGHT + 10}" text-anchor="middle">${shortDuration(skipped)}</text>\n`;
})}${ticks.map(
  ({ x, label, above }) =>
    html`<line x1="${round(LEFT + x)}" y1="${AXIS_HEIGHT - 8}" x2="${round(LEFT + x)}" y2="${height - 8}"/><text x="${round(LEFT + x)}" y="${AXIS_HEIGHT - 14}" text-anchor="middle">${label}</text>${above === null ? null : html`<text class="day" x="${round(LEFT + x)}" y="${AXIS_HEIGHT - 30}" text-anchor="middle">${above}</text>`}\n`,
)}</g>
`;
}

function drawnLane({ name, marks }: PlacedLane, top: number): Html {
  const base = top + LANE_HEAD - 12;
  return html`<g class="lane">
<text class="name" x="0" y="${top + 10}">${name}</text><line class="base" x1="0" y1="${base}" x2="${WIDTH}" y2="${base}"/>
${marks.length === 0 ? html`<text class="nothing" x="${LEFT}" y="${base + 20}">nothing to draw</text>\n` : null}${marks.map((mark) => leader(mark, base))}${marks.map((mark) => drawnMark(mark, base))}</g>
`;
}

function leader({ x, row }: PlacedMark, base: number): Html {
  const [at, y] = [round(LEFT + x), base + 17 + row * ROW];
  return html`<path class="leader" d="M${at} ${base}V${y}h6"/>`;
}

function drawnMark({ x, time, look, kind, what, row }: PlacedMark, base: number): Html {
  const at = LEFT + x;
  const clock = utcTime(new Date(time).toISOString()).slice(11, 19);
  // An SVG text stands in one line.
  return html`<g class="mark ${look}">${shape(look, at, base)}<text x="${round(at + 9)}" y="${base + 21 + row * ROW}"><tspan class="clock">${clock}</tspan> <tspan class="label">${safeText(kind)}</tspan> ${safeText(what)}</text></g>\n`;
}

/** Marks differ in shape and not in colour alone. */
function shape(look: Look, x: number, y: number): Html {
  const at = round(x);
  if (look === 'seen') return html`<path d="M${at} ${y - 6}l6 6l-6 6l-6-6z"/>`;
  if (look === 'evidence') return html`<rect x="${round(x - 4)}" y="${y - 4}" width="8" height="8"/>`;
  // A flag stands above the line, where the proof a few seconds later does not cover it.
  if (look === 'act') return html`<path d="M${at} ${y}v-16l9 4l-9 4"/>`;
  if (look === 'good')
    return html`<circle cx="${at}" cy="${y}" r="6.5"/><path class="sign" d="M${round(x - 3)} ${y}l2.2 2.4l4-5"/>`;
  if (look === 'bad')
    return html`<circle cx="${at}" cy="${y}" r="6.5"/><path class="sign" d="M${round(x - 2.6)} ${y - 2.6}l5.2 5.2m0-5.2l-5.2 5.2"/>`;
  return html`<circle cx="${at}" cy="${y}" r="5"/>`;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
