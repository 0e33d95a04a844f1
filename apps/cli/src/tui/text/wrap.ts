import type { SafeText } from '@firebreak/untrusted';
import { cellWidth, graphemes } from './cell-width.ts';
import { type Line, lineWidth, type Span, type Style, span } from './line.ts';

/** What stands before the first row and before every other one, such as a bullet and its indentation. */
export interface Margins {
  readonly first?: Line;
  readonly rest?: Line;
}

/** Breaks a line between words. A word that is wider than the screen is broken where the row ends. */
export function wrap(spans: Line, width: number, { first = [], rest = [] }: Margins = {}): readonly Line[] {
  const roomBehind = (margin: Line): number => Math.max(1, width - lineWidth(margin));
  const rows: Span[][] = [[]];
  let room = roomBehind(first);
  let used = 0;
  for (const word of words(spans, Math.min(room, roomBehind(rest)))) {
    const wide = lineWidth(word);
    const space = word.length > 0 && word.every(({ text }) => /^ +$/.test(text));
    if (used + wide > room && !space) {
      rows.push([]);
      room = roomBehind(rest);
      used = 0;
    }
    if (space && (used === 0 ? rows.length > 1 : used + wide > room)) continue;
    rows.at(-1)?.push(...word);
    used += wide;
  }
  return rows.map((row, index) => [...(index === 0 ? first : rest), ...merged(row)]);
}

/** Wraps plain text; line feeds in it stand. */
export function wrapText(
  text: string,
  width: number,
  style: Style = 'plain',
  margins: Margins = {},
): readonly Line[] {
  return text
    .split('\n')
    .flatMap((part, index) =>
      wrap([span(part, style)], width, index === 0 ? margins : { ...margins, first: margins.rest ?? [] }),
    );
}

/** A run of spaces or of other characters; a word can go through several styles. */
function words(spans: Line, room: number): readonly Line[] {
  const found: Span[][] = [];
  let glued = false;
  for (const { text, style } of spans) {
    for (const part of text.split(/( +)/)) {
      if (part === '') continue;
      const piece: Span = { text: part as SafeText, style };
      const space = part.startsWith(' ');
      if (glued && !space) found.at(-1)?.push(piece);
      else found.push([piece]);
      glued = !space;
    }
  }
  return found.flatMap((word) => (lineWidth(word) > room ? pieces(word, room) : [word]));
}

function pieces(word: Line, room: number): readonly Line[] {
  const found: Span[][] = [[]];
  let used = 0;
  for (const { text, style } of word) {
    for (const grapheme of graphemes(text)) {
      if (used + cellWidth(grapheme) > room) {
        found.push([]);
        used = 0;
      }
      found.at(-1)?.push({ text: grapheme as SafeText, style });
      used += cellWidth(grapheme);
    }
  }
  return found;
}

function merged(row: readonly Span[]): Line {
  const spans: Span[] = [];
  for (const piece of row) {
    const last = spans.at(-1);
    if (last?.style === piece.style) {
      spans[spans.length - 1] = { text: (last.text + piece.text) as SafeText, style: last.style };
    } else spans.push(piece);
  }
  return spans;
}
