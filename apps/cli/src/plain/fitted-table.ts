import { safeText } from '@firebreak/untrusted';
import { cellWidth } from '../tui/text/cell-width.ts';
import { span, textOf } from '../tui/text/line.ts';
import { wrap } from '../tui/text/wrap.ts';

const GAP = '  ';
/** A word that is longer is broken, so that one long cell does not decide over the whole table. */
const LONGEST_WORD = 32;

/**
 * A table that fits into a terminal: as columns where their words fit beside each other, with cells wrapped; else each
 * row as a list of names and values, as databases' own terminals do it.
 *
 * @param width In columns of the terminal.
 */
export function fittedTable(
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  width: number,
): string[] {
  const cells = rows.map((row) => columns.map((_, index) => cellText(row[index])));
  const wanted = columns.map((name, index) =>
    Math.max(cellWidth(name), ...cells.map((row) => cellWidth(row[index] ?? ''))),
  );
  const least = columns.map((name, index) =>
    Math.max(cellWidth(name), ...cells.map((row) => longestWord(row[index] ?? ''))),
  );
  const room = width - GAP.length * (columns.length - 1);
  const widths = shrunk(wanted, least, room);
  return widths === undefined ? records(columns, cells, width) : asTable(columns, cells, widths);
}

/** Takes from the widest until all fit; nothing when they cannot. */
function shrunk(wanted: readonly number[], least: readonly number[], room: number): number[] | undefined {
  const widths = [...wanted];
  const total = () => widths.reduce((sum, width) => sum + width, 0);
  while (total() > room) {
    const spare = widths.map((width, index) => (width > (least[index] ?? 0) ? width : 0));
    const widest = Math.max(...spare);
    if (widest === 0) return undefined;
    widths[spare.indexOf(widest)] = widest - 1;
  }
  return widths;
}

function asTable(
  columns: readonly string[],
  cells: readonly (readonly string[])[],
  widths: readonly number[],
): string[] {
  const block = (row: readonly string[]) => {
    const parts = row.map((cell, index) => wrappedCell(cell, widths[index] ?? 1));
    const height = Math.max(1, ...parts.map((part) => part.length));
    return Array.from({ length: height }, (_, line) =>
      parts
        .map((part, index) => padded(part[line] ?? '', widths[index] ?? 0))
        .join(GAP)
        .trimEnd(),
    );
  };
  const rule = widths.map((width) => '-'.repeat(width)).join(GAP);
  return [...block(columns), rule, ...cells.flatMap(block)];
}

function records(columns: readonly string[], cells: readonly (readonly string[])[], width: number): string[] {
  const names = Math.max(...columns.map((name) => cellWidth(name)));
  const room = Math.max(20, width - names - GAP.length);
  return cells.flatMap((row, index) => [
    `-- row ${index + 1} `.padEnd(Math.min(width, 80), '-'),
    ...row.flatMap((cell, column) => {
      if (cell === '') return [];
      const lines = wrappedCell(cell, room);
      return lines.map(
        (line, place) => padded(place === 0 ? (columns[column] ?? '') : '', names) + GAP + line,
      );
    }),
  ]);
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return safeText(typeof value === 'object' ? JSON.stringify(value) : value);
}

function wrappedCell(text: string, width: number): string[] {
  return wrap([span(text)], Math.max(1, width)).map((line) => textOf(line).trimEnd());
}

function longestWord(text: string): number {
  return Math.min(LONGEST_WORD, Math.max(0, ...text.split(' ').map((word) => cellWidth(word))));
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cellWidth(text)));
}
