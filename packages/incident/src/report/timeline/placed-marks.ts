import { labelRows, textWidth } from './label-rows.ts';
import type { Lane, Look, Mark } from './timeline-marks.ts';

/** A mark, or several that are too near to each other to be told apart, with its place and its label. */
export interface PlacedMark {
  readonly x: number;
  readonly time: number;
  readonly look: Look;
  readonly kind: string;
  /** Cut to the room that there is; the journal's table has all of it. */
  readonly what: string;
  readonly row: number;
}

export interface PlacedLane {
  readonly name: string;
  readonly marks: readonly PlacedMark[];
  readonly rows: number;
}

/** More label rows than this, and the lane becomes a list with lines through it. */
const MAX_ROWS = 12;
const MAX_LETTERS = 38;

/** Places the marks of a lane; those that lie closest together become one until the labels fit. */
export function placedLane(lane: Lane, place: (time: number) => number): PlacedLane {
  for (let near = 0; ; near = near === 0 ? 6 : near * 2) {
    const groups = grouped(lane.marks, place, near);
    const labels = groups.map((group) => ({ x: place(group.time), ...labelOf(group) }));
    const rows = labelRows(labels);
    const count = Math.max(0, ...rows.map((row) => row + 1));
    if (count > MAX_ROWS && near < 4_000) continue;
    return {
      name: lane.name,
      rows: count,
      marks: groups.map((group, index) => ({
        x: place(group.time),
        time: group.time,
        look: group.look,
        kind: labels[index]?.kind ?? '',
        what: labels[index]?.what ?? '',
        row: rows[index] ?? 0,
      })),
    };
  }
}

interface Group {
  readonly time: number;
  readonly look: Look;
  readonly marks: readonly Mark[];
}

/** Evidence comes in heaps, so files that are stored one after another always share a mark. */
function grouped(marks: readonly Mark[], place: (time: number) => number, near: number): readonly Group[] {
  const groups: Group[] = [];
  for (const mark of marks) {
    const last = groups.at(-1);
    const reach = mark.look === 'evidence' && last?.look === 'evidence' ? Math.max(near, 14) : near;
    if (last !== undefined && reach > 0 && place(mark.time) - place(last.time) < reach)
      groups[groups.length - 1] = {
        time: last.time,
        look: mark.look === 'bad' || last.look === 'bad' ? 'bad' : last.look,
        marks: [...last.marks, mark],
      };
    else groups.push({ time: mark.time, look: mark.look, marks: [mark] });
  }
  return groups;
}

function labelOf({ marks }: Group): { kind: string; what: string; width: number } {
  const [first] = marks;
  const kind = first?.kind ?? '';
  const files = marks.every(({ look }) => look === 'evidence');
  const more = marks.length === 1 ? '' : files ? `${marks.length} files` : `and ${marks.length - 1} more`;
  const room = MAX_LETTERS - kind.length;
  const whole = more || (first?.what ?? '');
  const letters = [...whole.slice(0, 400)];
  const what =
    letters.length > room
      ? `${letters
          .slice(0, room - 1)
          .join('')
          .trimEnd()}…`
      : whole;
  // Eight digits and a blank for the time before it.
  return { kind, what, width: textWidth(`00:00:00 ${kind} ${what}`) };
}
