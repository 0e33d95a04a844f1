import { afterAll, expect, test } from 'vitest';
import { openDuckDb } from '../duckdb/open-duckdb.ts';
import { recordsOf } from '../testing/records.ts';
import { lintQuery } from './lint-query.ts';

const engine = await openDuckDb(recordsOf());
afterAll(() => engine.close());

const HEADER = `-- title: Calls
-- question: Which calls?
-- window: 7d
-- bindings: since.day, until.next-day
-- techniques: T1078
-- finding types: Recon:IAMUser/TorIPCaller
-- empty: None.

`;

const DAYS = 'day BETWEEN ? AND ?';

async function lint(sql: string): Promise<string[]> {
  const messages = await lintQuery(HEADER + sql, 'a.sql', engine);
  return messages.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}

test.each([
  [
    'an alias in WHERE',
    `SELECT lower(eventname) AS call\nFROM cloudtrail_logs\nWHERE ${DAYS} AND call = 'x' ORDER BY 1`,
    ['9:28 alias'],
  ],
  [
    'an alias in GROUP BY',
    `SELECT lower(eventname) AS call, count(*) AS calls FROM cloudtrail_logs WHERE ${DAYS} GROUP BY call ORDER BY 1`,
    ['9:28 alias'],
  ],
  [
    'an alias in HAVING',
    `SELECT eventname, count(*) AS calls FROM cloudtrail_logs WHERE ${DAYS} GROUP BY eventname HAVING calls > 3 ORDER BY 1`,
    ['9:31 alias'],
  ],
  [
    'a whole table',
    "SELECT eventname FROM cloudtrail_logs WHERE ? <> '' AND ? <> '' ORDER BY 1",
    ['9:23 partition'],
  ],
  [
    'a whole table in WITH',
    `WITH a AS (SELECT eventname FROM cloudtrail_logs) SELECT b.eventname FROM a JOIN cloudtrail_logs b ON true WHERE b.${DAYS} ORDER BY 1`,
    ['9:34 partition'],
  ],
  [
    'a day that is one way out of two',
    `SELECT eventname FROM cloudtrail_logs WHERE ${DAYS} OR eventname = 'x' ORDER BY 1`,
    ['9:23 partition'],
  ],
  ['no order', `SELECT eventname FROM cloudtrail_logs WHERE ${DAYS}`, ['9:1 order']],
  ['a placeholder in SELECT', 'SELECT ? FROM cloudtrail_logs WHERE day >= ? ORDER BY 1', ['9:8 placeholder']],
  [
    'a column that is not declared',
    `SELECT useridentity.nickname FROM cloudtrail_logs WHERE ${DAYS} ORDER BY 1`,
    ['9:1 statement'],
  ],
  [
    'DuckDB casts',
    `SELECT eventname::varchar FROM cloudtrail_logs WHERE ${DAYS} ORDER BY 1`,
    ['9:17 grammar'],
  ],
  [
    'GROUP BY ALL',
    `SELECT eventname FROM cloudtrail_logs WHERE ${DAYS} GROUP BY ALL ORDER BY 1`,
    ['9:78 grammar'],
  ],
  ['FROM first', `FROM cloudtrail_logs SELECT eventname WHERE ${DAYS} ORDER BY 1`, ['9:1 grammar']],
  [
    'a function of DuckDB',
    `SELECT string_split(eventname, 'x') FROM cloudtrail_logs WHERE ${DAYS} ORDER BY 1`,
    ['9:8 function'],
  ],
  ['a decimal', `SELECT 1.5 * 2 FROM cloudtrail_logs WHERE ${DAYS} ORDER BY 1`, ['9:8 dialect']],
  ['a clock', `SELECT now() FROM cloudtrail_logs WHERE ${DAYS} ORDER BY 1`, ['9:8 dialect']],
])('lintQuery() refuses %s', async (_what, sql, expected) => {
  expect(await lint(sql)).toEqual(expected);
});

test('lintQuery() explains a mistake in the header', async () => {
  const [message] = await lintQuery(`${HEADER.replace('title', 'tilte')}SELECT 1`, 'a.sql', engine);
  expect(message).toMatchObject({ path: 'a.sql', line: 1, column: 4, rule: 'header' });
  expect(message?.message).toMatch(/^unknown header key "tilte"\. Use one of: /);
});

test.each([
  [
    'joins and windows',
    `WITH a (call) AS (SELECT eventname FROM cloudtrail_logs WHERE ${DAYS}) SELECT call, row_number() OVER (ORDER BY call) AS place FROM a ORDER BY place`,
  ],
  [
    'lambdas and unnest',
    `SELECT t.item FROM (SELECT split(eventname, 'a') AS items FROM cloudtrail_logs WHERE ${DAYS}) CROSS JOIN UNNEST(items) AS t (item) WHERE any_match(items, i -> i = 'x') ORDER BY t.item`,
  ],
  [
    'a column under its own name',
    `SELECT t.eventname AS eventname, count(*) AS calls FROM cloudtrail_logs t WHERE ${DAYS} GROUP BY eventname ORDER BY 1`,
  ],
])('lintQuery() lets %s pass', async (_what, sql) => {
  expect(await lint(sql)).toEqual([]);
});
