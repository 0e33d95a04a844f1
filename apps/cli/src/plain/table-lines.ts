import { type SafeText, safeText } from '@firebreak/untrusted';

const WIDEST = 44;

/** A table in plain lines; a cell that is too wide ends in `…`. The evidence has it whole. */
export function tableLines(columns: readonly string[], rows: readonly (readonly unknown[])[]): string[] {
  const cells = rows.map((row) => row.map(cell));
  const widths = columns.map((name, index) =>
    Math.min(WIDEST, Math.max(name.length, ...cells.map((row) => [...(row[index] ?? '')].length))),
  );
  const line = (values: readonly string[]) =>
    values
      .map((value, index) => padded(value, widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(columns), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)];
}

function cell(value: unknown): SafeText {
  if (value === null || value === undefined) return safeText('');
  return safeText(typeof value === 'object' ? JSON.stringify(value) : value);
}

function padded(text: string, width: number): string {
  const characters = [...text];
  return characters.length > width
    ? `${characters.slice(0, width - 1).join('')}…`
    : text.padEnd(width - characters.length + text.length);
}
