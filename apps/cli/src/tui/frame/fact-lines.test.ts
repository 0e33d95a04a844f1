import { expect, test } from 'vitest';
import { factView } from '../state/fact-view.ts';
import { textOf } from '../text/line.ts';
import { factLines } from './fact-lines.ts';

const TABLE = factView({
  kind: 'table',
  title: 'Calls',
  columns: ['who', 'what'],
  rows: [
    ['build-bot', 'iam:CreateAccessKey'],
    ['mara', null],
  ],
  empty: 'none',
});

function shown(width: number, fact = TABLE): readonly string[] {
  return factLines(fact, width).map((row) => textOf(row).trimEnd());
}

test('factLines() draws a table that fits as a grid', () => {
  expect(shown(40)).toEqual(['Calls', 'who        what', 'build-bot  iam:CreateAccessKey', 'mara       –']);
});

test('factLines() draws a wider table row by row', () => {
  expect(shown(26)).toEqual([
    'Calls',
    'who   build-bot',
    'what  iam:CreateAccessKey',
    '',
    'who   mara',
    'what  –',
  ]);
});

test('factLines() says what an empty table means, and that rows are left out', () => {
  expect(
    shown(40, factView({ kind: 'table', title: 'Calls', columns: ['a'], rows: [], empty: 'Not seen' })),
  ).toEqual(['Calls', 'Not seen']);
  const rows = Array.from({ length: 600 }, (_, at) => [at]);
  const long = factView({ kind: 'table', title: 'Calls', columns: ['a'], rows, empty: '' });
  expect(shown(40, long).at(-1)).toBe('… 100 more rows in the evidence');
});

test('factLines() draws a lineage as a tree, with its gaps', () => {
  const issued = { by: 'x', eventName: 'AssumeRole', time: 'T', sourceAddress: null };
  const hop = { holder: null, issued };
  const lineage = factView({
    kind: 'lineage',
    title: 'Lineage',
    key: 'ASIABBBBBBBBBEXAMPLE',
    root: 'user x',
    hops: [
      { ...hop, accessKeyId: 'ASIAAAAAAAAAAEXAMPLE' },
      { ...hop, accessKeyId: 'ASIABBBBBBBBBEXAMPLE' },
    ],
    gaps: ['an hour'],
    sessions: [],
  });
  expect(shown(60, lineage)).toEqual([
    'Lineage',
    'of ASIABBBBBBBBBEXAMPLE',
    '● user x',
    '└─ ASIAAAAAAAAAAEXAMPLE',
    '   T AssumeRole by x',
    '   └─ ASIABBBBBBBBBEXAMPLE',
    '      T AssumeRole by x',
    '! gap: an hour',
  ]);
});
