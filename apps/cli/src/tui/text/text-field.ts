import { safeText } from '@firebreak/untrusted';
import { cellWidth, graphemes } from './cell-width.ts';
import { type Line, span } from './line.ts';

/** A line of text that is being typed: the characters, as a reader counts them, before and after the cursor. */
export interface TextField {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export type Edit =
  | { readonly kind: 'insert'; readonly text: string }
  | { readonly kind: 'backspace' | 'delete' | 'left' | 'right' | 'home' | 'end' | 'clear' | 'word' };

export const EMPTY_FIELD: TextField = { before: [], after: [] };

export function fieldText({ before, after }: TextField): string {
  return [...before, ...after].join('');
}

export function edited(field: TextField, edit: Edit): TextField {
  const { before, after } = field;
  switch (edit.kind) {
    case 'insert':
      // Joined before it is cut again: a combining mark belongs to the letter that was typed before it.
      return { before: graphemes(before.join('') + oneLine(edit.text)), after };
    case 'backspace':
      return { before: before.slice(0, -1), after };
    case 'delete':
      return { before, after: after.slice(1) };
    case 'left':
      return before.length === 0
        ? field
        : { before: before.slice(0, -1), after: [...before.slice(-1), ...after] };
    case 'right':
      return { before: [...before, ...after.slice(0, 1)], after: after.slice(1) };
    case 'home':
      return { before: [], after: [...before, ...after] };
    case 'end':
      return { before: [...before, ...after], after: [] };
    case 'clear':
      return { before: [], after };
    case 'word': {
      const kept = before.join('').replace(/\S+\s*$/u, '');
      return { before: graphemes(kept), after };
    }
  }
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').replace(/\p{Cc}/gu, '');
}

/** The field in rows, and where the cursor stands in them. */
export function fieldLines(
  { before, after }: TextField,
  width: number,
): { readonly lines: readonly Line[]; readonly cursor: { readonly x: number; readonly y: number } } {
  const sign = '› ';
  const rows: string[] = [''];
  let cursor = { x: cellWidth(sign), y: 0 };
  for (const [index, grapheme] of [...before, ...after, ' '].entries()) {
    const shown = safeText(grapheme);
    if (cellWidth(`${sign}${rows.at(-1)}${shown}`) > width) rows.push('');
    if (index === before.length) cursor = { x: cellWidth(`${sign}${rows.at(-1)}`), y: rows.length - 1 };
    rows[rows.length - 1] += shown;
  }
  const lines = rows.map((row, index) => [
    span(index === 0 ? sign : '  ', 'accent'),
    span(row.trimEnd() === '' ? '' : row),
  ]);
  return { lines, cursor };
}
