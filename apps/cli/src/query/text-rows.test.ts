import { expect, test } from 'vitest';
import type { TextFormat } from './row-writer.ts';
import { textRows } from './text-rows.ts';

const COLUMNS = [
  { name: 'eventname', type: 'varchar' },
  { name: 'calls', type: 'bigint' },
];

async function written(format: TextFormat, ...rows: (string | number | null)[][]): Promise<string> {
  let text = '';
  const writer = textRows(format, COLUMNS, async (more) => {
    text += more;
  });
  for (const row of rows) await writer.write(row);
  await writer.end();
  return text;
}

test.each<[TextFormat, string]>([
  ['table', 'eventname    calls\n-----------  -----\nListBuckets  2\n=1+1\n'],
  ['json', '[\n  {"eventname":"ListBuckets","calls":2},\n  {"eventname":"=1+1","calls":null}\n]\n'],
  ['ndjson', '{"eventname":"ListBuckets","calls":2}\n{"eventname":"=1+1","calls":null}\n'],
  ['csv', `eventname,calls\r\nListBuckets,2\r\n"'=1+1",\r\n`],
  ['markdown', '| eventname | calls |\n|---|---|\n| ListBuckets | 2 |\n| \\=1+1 |  |\n'],
])('textRows() writes %s', async (format, text) => {
  expect(await written(format, ['ListBuckets', 2], ['=1+1', null])).toBe(text);
});

test.each<[TextFormat, string]>([
  ['table', ''],
  ['json', '[]\n'],
  ['ndjson', ''],
  ['csv', 'eventname,calls\r\n'],
  ['markdown', '| eventname | calls |\n|---|---|\n'],
])('textRows() writes no rows as %s', async (format, text) => {
  expect(await written(format)).toBe(text);
});

test.each<TextFormat>(['table', 'json', 'ndjson', 'csv', 'markdown'])(
  'textRows() shows what a terminal would obey in %s',
  async (format) => {
    const text = await written(format, ['\u001b[2J\u202e\u0007', 1]);
    expect([...text].filter((character) => '\u001b\u202e\u0007'.includes(character))).toEqual([]);
  },
);

test('textRows() ends a long table with what it left out', async () => {
  const rows = Array.from({ length: 2_003 }, (_, index) => [`Call${index}`, index]);
  expect(await written('table', ...rows)).toMatch(/Call1999 .*\n… 3 more rows; --format csv or ndjson/);
});

test('textRows() loses no value where columns share a name', async () => {
  let text = '';
  const columns = ['a', 'a', 'a_2'].map((name) => ({ name, type: 'bigint' }));
  const writer = textRows('ndjson', columns, async (more) => {
    text += more;
  });
  await writer.write([1, 2, 3]);
  await writer.end();
  expect(text).toBe('{"a":1,"a_2":2,"a_2_2":3}\n');
});
