import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDuckDbSql } from './to-duckdb-sql.ts';

test.each([
  ['CAST(x AS ARRAY(JSON))', 'CAST(x AS JSON[])'],
  ['CAST(x AS array<varchar>)', 'CAST(x AS varchar[])'],
  ['any_match(a, x -> x = 1)', 'any_of(list_transform(a, x -> x = 1))'],
  ['none_match(a, x -> f(x))', 'NOT any_of(list_transform(a, x -> f(x)))'],
  ['if(a, f(b, c))', 'if(a, f(b, c), NULL)'],
  ['if(a, b, c)', 'if(a, b, c)'],
  ['transform(a, x -> x)', 'list_transform(a, x -> x)'],
  ['filter(a, x -> x)', 'list_filter(a, x -> x)'],
  ['count(*) FILTER (WHERE a)', 'count(*) FILTER (WHERE a)'],
  ["IPADDRESS '192.0.2.1'", "to_ip( '192.0.2.1')"],
  ["contains('192.0.2.0/24', CAST(a AS ipaddress))", "cidr_contains('192.0.2.0/24', to_ip(a  ))"],
  ['contains(a, b)', 'contains(a, b)'],
  ['SELECT a AS at', 'SELECT a AS "at"'],
  ["t AT TIME ZONE 'UTC'", "t AT TIME ZONE 'UTC'"],
  [`'if(a, b)' "transform"(a) -- any_match(`, `'if(a, b)' "transform"(a) -- any_match(`],
])('%s is written %s', (athena, duckdb) => {
  expect(toDuckDbSql(athena)).toBe(duckdb);
});

test('text in quotes is never touched, nor a placeholder', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const quoted = `'${a.replaceAll("'", "''")}' = ? -- ${b.replaceAll('\n', '')}\n`;
      expect(toDuckDbSql(`SELECT ${quoted}`)).toBe(`SELECT ${quoted}`);
    }),
  );
});

test('unbalanced text comes back without an error', () => {
  for (const text of ['if(', 'array(', 'any_match((', 'cast(', "'open", '/* open', ''])
    expect(toDuckDbSql(text)).toBe(text);
});
