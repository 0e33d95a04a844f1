import { utcTime } from '../duration.ts';

/** A stretch of time that is drawn true to scale. */
interface Segment {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

export interface Tick {
  readonly x: number;
  /** "14:03:22", or "2 Mar" where a tick is a day. */
  readonly label: string;
  /** The day or the year, where it differs from the tick before. */
  readonly above: string | null;
}

/** Times to places from left to right. One scale holds everywhere between the breaks. */
export interface TimeScale {
  /** @param time milliseconds since 1970, between the first and the last time */
  readonly place: (time: number) => number;
  readonly ticks: readonly Tick[];
  /** Stretches without events that are drawn at a fixed width. */
  readonly breaks: readonly { readonly start: number; readonly end: number; readonly skipped: number }[];
}

const BREAK_WIDTH = 84;
const MAX_BREAKS = 4;
/** Two marks nearer than this cannot be told apart. */
const CROWDED = 14;
/** What a break costs the reader, in crowded pairs that it has to clear up. */
const BREAK_COST = 1.2;
const TICK_DISTANCE = 62;
const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 14, 30, 91, 365, 3_650].map((count) => count * DAY),
];

/**
 * A scale over all times, with the axis broken where a long silence would press the rest together: an incident may
 * last forty seconds and begin with something that was seen days before.
 *
 * @param times milliseconds since 1970, at least one
 */
export function timeScale(times: readonly number[], width: number): TimeScale {
  const sorted = [...new Set(times)].toSorted((a, b) => a - b);
  const gaps = sorted.slice(1).map((to, index) => ({ from: sorted[index] ?? to, to }));
  const bySize = gaps.toSorted((a, b) => b.to - b.from - (a.to - a.from));
  const choices = Array.from({ length: Math.min(MAX_BREAKS, gaps.length) + 1 }, (_, count) => {
    const broken = new Set(bySize.slice(0, count));
    const perUnit = unitWidth(gaps, broken, width);
    const crowded = gaps.filter((gap) => !broken.has(gap) && (gap.to - gap.from) * perUnit < CROWDED);
    return { broken, perUnit, cost: crowded.length + count * BREAK_COST };
  });
  const best = choices.reduce((a, b) => (b.cost < a.cost ? b : a));
  const segments = segmentsOf(sorted, gaps, best.broken, best.perUnit);
  return {
    place: (time) => placeIn(segments, time, best.perUnit),
    ticks: ticksOf(segments, best.perUnit),
    breaks: segments.slice(1).map(({ from, start }, index) => {
      const before = segments[index] ?? { to: from, end: start };
      return { start: before.end, end: start, skipped: from - before.to };
    }),
  };
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

function unitWidth(gaps: readonly Gap[], broken: ReadonlySet<Gap>, width: number): number {
  const kept = gaps.filter((gap) => !broken.has(gap)).reduce((sum, gap) => sum + gap.to - gap.from, 0);
  return kept === 0 ? 0 : (width - broken.size * BREAK_WIDTH) / kept;
}

function segmentsOf(
  sorted: readonly number[],
  gaps: readonly Gap[],
  broken: ReadonlySet<Gap>,
  perUnit: number,
): readonly Segment[] {
  const cuts = gaps.filter((gap) => broken.has(gap));
  const froms = [sorted[0] ?? 0, ...cuts.map(({ to }) => to)];
  const tos = [...cuts.map(({ from }) => from), sorted.at(-1) ?? 0];
  let start = 0;
  return froms.map((from, index) => {
    const to = tos[index] ?? from;
    const segment = { from, to, start, end: start + (to - from) * perUnit };
    start = segment.end + BREAK_WIDTH;
    return segment;
  });
}

function placeIn(segments: readonly Segment[], time: number, perUnit: number): number {
  const segment = segments.findLast(({ from }) => from <= time) ?? segments[0];
  return segment === undefined ? 0 : Math.min(segment.start + (time - segment.from) * perUnit, segment.end);
}

function ticksOf(segments: readonly Segment[], perUnit: number): readonly Tick[] {
  const fitting = STEPS.find((size) => size * perUnit >= TICK_DISTANCE) ?? STEPS.at(-1) ?? DAY;
  // Nothing but single moments.
  const step = perUnit === 0 ? SECOND : fitting;
  const ticks: Tick[] = [];
  let above = '';
  for (const { from, to, start } of segments) {
    for (const time of tickTimes(from, to, step, perUnit)) {
      const [label, over] = labelsOf(time, step);
      ticks.push({ x: start + (time - from) * perUnit, label, above: over === above ? null : over });
      above = over;
    }
  }
  return ticks;
}

/** Whole steps, and the start of the stretch where they leave room for it. */
function tickTimes(from: number, to: number, step: number, perUnit: number): readonly number[] {
  const first = Math.ceil(from / step) * step;
  const count = Math.max(0, Math.floor((to - first) / step) + 1);
  const whole = Array.from({ length: count }, (_, index) => first + index * step);
  const room = count === 0 || (first - from) * perUnit >= TICK_DISTANCE;
  return room ? [from, ...whole] : whole;
}

function labelsOf(time: number, step: number): readonly [label: string, above: string] {
  const date = new Date(time);
  const month = date.toLocaleString('en', { month: 'short', timeZone: 'UTC' });
  const day = `${date.getUTCDate()} ${month}`;
  const year = String(date.getUTCFullYear());
  if (step >= DAY) return [day, year];
  const clock = utcTime(date.toISOString()).slice(11, 19);
  return [step % MINUTE === 0 && time % MINUTE === 0 ? clock.slice(0, 5) : clock, `${day} ${year}`];
}
