import { type SafeText, safeText } from '@firebreak/untrusted';
import { cellWidth, graphemes } from './cell-width.ts';

/** What a piece of text means. The theme gives each a look; the words have to carry it without one. */
export type Style = 'plain' | 'strong' | 'dim' | 'code' | 'good' | 'bad' | 'warn' | 'accent' | 'chosen';

export interface Span {
  readonly text: SafeText;
  readonly style: Style;
}

/** One row of the screen. */
export type Line = readonly Span[];

/** The only way to make a span, so that whatever is drawn has passed through {@link safeText}. */
export function span(text: string, style: Style = 'plain'): Span {
  return { text: safeText(text), style };
}

export function line(text: string, style: Style = 'plain'): Line {
  return [span(text, style)];
}

export const BLANK: Line = [];

export function lineWidth(spans: Line): number {
  return spans.reduce((width, { text }) => width + cellWidth(text), 0);
}

export function textOf(spans: Line): string {
  return spans.map(({ text }) => text).join('');
}

/** Fills a line with spaces up to a width. */
export function padded(spans: Line, width: number): Line {
  const missing = width - lineWidth(spans);
  return missing > 0 ? [...spans, span(' '.repeat(missing))] : spans;
}

/** Two ends of a line, pushed apart to the width; the left one gives way. */
export function apart(left: Line, right: Line, width: number): Line {
  const room = width - lineWidth(right) - 1;
  return [...padded(shortened(left, room), room + 1), ...right];
}

/** Cuts a line that is too wide between two words where it can, and says so with `…`. */
export function shortened(spans: Line, width: number): Line {
  if (lineWidth(spans) <= width) return spans;
  const kept: Span[] = [];
  let room = width - 1;
  for (const { text, style } of spans) {
    const start = startThatFits(text, room);
    kept.push({ text: start, style });
    room -= cellWidth(start);
    if (start.length < text.length) break;
  }
  return [...atWord(kept), span('…', 'dim')];
}

function startThatFits(text: SafeText, room: number): SafeText {
  let start = '';
  let width = 0;
  for (const grapheme of graphemes(text)) {
    width += cellWidth(grapheme);
    if (width > room) break;
    start += grapheme;
  }
  return start as SafeText;
}

function atWord(spans: readonly Span[]): readonly Span[] {
  const last = spans.at(-1);
  if (last === undefined) return spans;
  const space = last.text.lastIndexOf(' ');
  if (space < last.text.length / 2) return spans;
  return [...spans.slice(0, -1), { ...last, text: last.text.slice(0, space) as SafeText }];
}
