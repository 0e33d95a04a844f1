import type { JsonValue, QueryColumn } from '@firebreak/athena';
import { csvCell, markdownText } from '@firebreak/untrusted';
import { jsonText } from '../json/json-text.ts';
import { fittedTable } from '../plain/fitted-table.ts';
import { tableLines } from '../plain/table-lines.ts';
import {
  cellText,
  type RowText,
  type RowWriter,
  rowObject,
  type Sink,
  type TextFormat,
} from './row-writer.ts';

/** A terminal shows no more than this; every other format has all rows. */
const ROWS_SHOWN = 2_000;

/** Writes rows as text, each as it comes; only a table waits for its last row, since its columns are as wide as that. */
export function textRows(format: TextFormat, columns: readonly QueryColumn[], sink: Sink): RowWriter {
  const text = FORMATS[format](columns);
  let rows = 0;
  let isBegun = false;
  const begin = async () => {
    if (isBegun) return;
    isBegun = true;
    if (text.before !== undefined) await sink(text.before);
  };
  return {
    async write(row) {
      await begin();
      const line = text.row(row, rows);
      rows += 1;
      if (line !== undefined) await sink(line);
    },
    async end() {
      await begin();
      const rest = text.after?.(rows);
      if (rest !== undefined) await sink(rest);
    },
  };
}

const FORMATS: Readonly<Record<TextFormat, (columns: readonly QueryColumn[]) => RowText>> = {
  json: (columns) => ({
    before: '[',
    row: (row, index) => `${index === 0 ? '' : ','}\n  ${jsonText(rowObject(columns, row))}`,
    after: (rows) => (rows === 0 ? ']\n' : '\n]\n'),
  }),
  ndjson: (columns) => ({ row: (row) => `${jsonText(rowObject(columns, row))}\n` }),
  csv: (columns) => ({
    before: `${columns.map(({ name }) => csvCell(name)).join(',')}\r\n`,
    row: (row) => `${row.map((cell) => csvCell(cellText(cell))).join(',')}\r\n`,
  }),
  markdown: (columns) => ({
    before: `| ${columns.map(({ name }) => markdownText(name)).join(' | ')} |\n|${columns.map(() => '---|').join('')}\n`,
    row: (row) => `| ${row.map((cell) => markdownText(cellText(cell) ?? '')).join(' | ')} |\n`,
  }),
  table,
};

function table(columns: readonly QueryColumn[]): RowText {
  const kept: (readonly JsonValue[])[] = [];
  return {
    row(row) {
      if (kept.length < ROWS_SHOWN) kept.push(row);
      return undefined;
    },
    after(rows) {
      if (rows === 0) return '';
      const names = columns.map(({ name }) => name);
      const { isTTY, columns: width } = process.stdout;
      // What goes on into a file or another program keeps one line a row.
      const lines = isTTY ? fittedTable(names, kept, width || 80) : tableLines(names, kept);
      const more = rows - kept.length;
      if (more > 0) lines.push(`… ${more} more rows; --format csv or ndjson has them all`);
      return `${lines.join('\n')}\n`;
    },
  };
}
