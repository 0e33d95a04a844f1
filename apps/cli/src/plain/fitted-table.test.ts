import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellWidth } from '../tui/text/cell-width.ts';
import { fittedTable } from './fitted-table.ts';

test('fittedTable() leaves a table that fits as it is', () => {
  expect(
    fittedTable(
      ['eventname', 'calls'],
      [
        ['ListBuckets', 2],
        ['GetObject', null],
      ],
      40,
    ),
  ).toEqual(['eventname    calls', '-----------  -----', 'ListBuckets  2', 'GetObject']);
});

test('fittedTable() wraps between words where that is enough', () => {
  const rows = [['GetObject', 'eu-central-1, us-east-1, us-west-2']];
  expect(fittedTable(['eventname', 'regions'], rows, 30)).toEqual([
    'eventname  regions',
    '---------  -------------------',
    'GetObject  eu-central-1,',
    '           us-east-1,',
    '           us-west-2',
  ]);
});

test('fittedTable() writes rows one below the other where columns do not fit', () => {
  const rows = [['2026-09-14T09:23:44Z', 'arn:aws:iam::111111111111:user/ci', null, 5]];
  expect(fittedTable(['first_seen', 'principal', 'error', 'calls'], rows, 40)).toEqual([
    '-- row 1 -------------------------------',
    'first_seen  2026-09-14T09:23:44Z',
    'principal   arn:aws:iam::111111111111:us',
    '            er/ci',
    'calls       5',
  ]);
});

test('fittedTable() is never wider than the terminal, and shows every character', () => {
  const cell = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer(), fc.constant(null));
  const table = fc
    .integer({ min: 1, max: 8 })
    .chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
    );
  fc.assert(
    fc.property(table, fc.integer({ min: 40, max: 120 }), (rows, width) => {
      const names = (rows[0] ?? []).map((_, index) => `c${index}`);
      const lines = fittedTable(names, rows, width);
      for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(width);
      for (const value of rows.flat()) {
        if (typeof value === 'number') expect(lines.join('')).toContain(String(value));
      }
    }),
    { numRuns: 200 },
  );
});
