import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BoundValue } from '../query-engine.ts';
import { sqlTokens } from '../sql-token.ts';
import { executionParameters } from './execution-parameters.ts';

const asked = (...values: Omit<BoundValue, 'binding'>[]) => ({
  name: 'q',
  sql: 'SELECT 1 WHERE ? = ?',
  values: values.map((value) => ({ binding: 'b', ...value })),
  parameters: {},
});

test('text is quoted with its quotes doubled, and numbers stay bare', () => {
  const query = asked(
    { type: 'varchar', value: `O'Hara' OR '1'='1` },
    { type: 'varchar', value: '' },
    { type: 'bigint', value: '-42' },
  );
  expect(executionParameters(query)).toEqual([`'O''Hara'' OR ''1''=''1'`, `''`, '-42']);
});

test('a query without values has no list at all', () => {
  expect(executionParameters(asked())).toBeUndefined();
});

test('1,024 characters are taken, quotes included, and one more is not', () => {
  expect(executionParameters(asked({ type: 'varchar', value: 'a'.repeat(1022) }))?.[0]).toHaveLength(1024);
  expect(() => executionParameters(asked({ type: 'varchar', value: 'a'.repeat(1023) }))).toThrow(
    'Athena cannot take the value of b',
  );
  // Doubled quotes count.
  expect(() => executionParameters(asked({ type: 'varchar', value: "'".repeat(600) }))).toThrow();
});

test.each([
  ['bigint', '1; DROP'],
  ['bigint', ''],
  ['varchar', 'a\u0000b'],
  ['varchar', '\ud800'],
] as const)('%s %j is not sent, and not repeated', (type, value) => {
  expect(() => executionParameters(asked({ type, value }))).toThrow(
    /^Cannot run q: Athena cannot take the value of b$/,
  );
});

test('whatever a text holds, it is one literal of SQL and no more', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 }).filter((value) => !/\p{Cc}/u.test(value));
  fc.assert(
    fc.property(fc.oneof(text, fc.stringMatching(/^['\\;/*-]{0,40}$/)), (value) => {
      const [literal = ''] = executionParameters(asked({ type: 'varchar', value })) ?? [];
      const tokens = sqlTokens(literal);
      expect(tokens.map(({ kind }) => kind)).toEqual(['text']);
      expect(literal.slice(1, -1).replaceAll("''", "'")).toBe(value);
    }),
  );
});
