import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordsOf } from '../../testing/records.ts';
import { type DuckDbEngine, openDuckDb } from '../open-duckdb.ts';

let engine: DuckDbEngine;
beforeAll(async () => {
  engine = await openDuckDb(recordsOf(), { threads: 1 });
});
afterAll(() => engine.close());

// The right side is what Trino answers, by its documentation.
test.each<[string, unknown]>([
  [`json_extract_scalar('{"a":{"b":"c"}}', '$.a.b')`, 'c'],
  [`json_extract_scalar('{"a":{"b":"c"}}', '$.a')`, null],
  [`json_extract_scalar('{"a b":1}', '$["a b"]')`, '1'],
  [`json_extract_scalar('{"a":', '$.a')`, null],
  [`json_format(json_extract('{"a":[1]}', '$.a'))`, '[1]'],
  [`json_array_get('["a","b"]', 1)`, '"b"'],
  [`json_size('{"a":[1,2]}', '$.a')`, 2],
  [`json_array_contains('["a"]', 'a')`, true],
  [`CAST(json_parse('["a"]') AS ARRAY(varchar))`, ['a']],
  [`from_iso8601_timestamp('2026-03-01T12:00:00Z')`, '2026-03-01T12:00:00Z'],
  [`to_iso8601(from_iso8601_timestamp('2026-03-01T12:00:00Z'))`, '2026-03-01T12:00:00.000Z'],
  [`date_format(from_iso8601_timestamp('2026-03-01T02:03:04Z'), '%Y/%m/%d %H:%i:%s')`, '2026/03/01 02:03:04'],
  [`date_parse('2026/03/01', '%Y/%m/%d')`, '2026-03-01T00:00:00Z'],
  [`date_add('day', -30, DATE '2026-03-31')`, '2026-03-01'],
  [`date_diff('hour', TIMESTAMP '2026-03-01 00:59:00', TIMESTAMP '2026-03-01 01:01:00')`, 0],
  [`day_of_week(DATE '2026-03-01')`, 7],
  [`to_unixtime(from_iso8601_timestamp('1970-01-01T00:01:00Z'))`, 60],
  [`concat('a', NULL)`, null],
  [`concat('a', 'b', 'c', 'd', 'e')`, 'abcde'],
  [`regexp_like('ListUsers', '^List')`, true],
  [`regexp_extract('a1b2', '[a-z](\\d)', 1)`, '1'],
  [`regexp_extract('ab', '\\d')`, null],
  [`regexp_replace('a-b', '(\\w)-(\\w)', '$2-$1')`, 'b-a'],
  [`split_part('a/b/c', '/', 2)`, 'b'],
  [`substr('abc', 2)`, 'bc'],
  [`replace('abc', 'b')`, 'ac'],
  [`element_at(ARRAY[1, 2], 2)`, 2],
  [`cardinality(ARRAY[1, 2])`, 2],
  [`array_join(ARRAY['a', NULL, 'b'], ', ')`, 'a, b'],
  [`array_join(ARRAY['a', NULL], ', ', '-')`, 'a, -'],
  [`array_distinct(ARRAY[2, 1, 2])`, [2, 1]],
  [`array_sort(ARRAY['b', 'a', NULL])`, ['a', 'b', null]],
  [`any_match(ARRAY[1, 2], x -> x = 2)`, true],
  [`transform(ARRAY[1, 2], x -> x + 1)`, [2, 3]],
  [`contains(ARRAY[1, 2], 2)`, true],
  [`greatest(1, NULL)`, null],
  [`7 / 2`, 3],
  [`if(false, 1)`, null],
  [`contains('192.0.2.0/24', CAST('192.0.2.77' AS IPADDRESS))`, true],
  [`contains('192.0.2.0/24', IPADDRESS '198.51.100.7')`, false],
  [`url_extract_host('https://example.com:8443/a?b')`, 'example.com'],
])('%s', async (expression, expected) => {
  const sql = `SELECT ${expression} AS value`;
  const { rows } = await engine.run({ name: 'macro', sql, values: [], parameters: {} });
  expect(rows).toEqual([[expected]]);
});
