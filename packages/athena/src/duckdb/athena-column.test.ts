import { expect, test } from 'vitest';
import { athenaColumns, athenaType } from './athena-column.ts';

test.each([
  ['VARCHAR', 'varchar'],
  ['BIGINT', 'bigint'],
  ['HUGEINT', 'bigint'],
  ['DECIMAL(18,3)', 'decimal'],
  ['TIMESTAMP WITH TIME ZONE', 'timestamp with time zone'],
  ['STRUCT(a VARCHAR, b VARCHAR[])', 'row'],
  ['STRUCT(a VARCHAR)[]', 'array'],
  ['MAP(VARCHAR, VARCHAR)', 'map'],
  ['BLOB', 'varbinary'],
])('athenaType() calls %s %s', (duckdb, athena) => {
  expect(athenaType(duckdb)).toBe(athena);
});

test('athenaColumns() numbers what has no name, and takes back the numbers of names that come twice', () => {
  const sql = 'SELECT eventname, count(*), a, a, "two words", NULL, min(a) AS a_2';
  const names = ['eventname', 'count_star()', 'a', 'a_1', 'two words', 'NULL', 'a_2'];
  expect(athenaColumns(sql, names, []).map(({ name }) => name)).toEqual([
    'eventname',
    '_col1',
    'a',
    'a',
    'two words',
    '_col5',
    'a_2',
  ]);
});
