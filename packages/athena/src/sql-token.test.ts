import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sqlTokens } from './sql-token.ts';

test('sqlTokens() joined give the same text again', () => {
  const fragment = fc.oneof(
    fc.string(),
    fc.constantFrom("'", '"', '--', '/*', '*/', '\n', '?', "''", 'a1', '->'),
  );
  fc.assert(
    fc.property(fc.array(fragment), (fragments) => {
      const sql = fragments.join('');
      const tokens = sqlTokens(sql);
      expect(tokens.map(({ text }) => text).join('')).toBe(sql);
      expect(tokens.every(({ text, offset }) => sql.startsWith(text, offset))).toBe(true);
    }),
  );
});

test.each([
  ["'it''s ?'", 'text'],
  ['"a""b"', 'quoted-name'],
  ["-- ? '", 'space'],
  ['/* ? \n */', 'space'],
  ['useridentity', 'word'],
  ['1.5e-3', 'number'],
  ['?', 'symbol'],
  ['->', 'symbol'],
  ["'", 'unclosed'],
  ['/*', 'unclosed'],
])('%j is one token, a %s', (sql, kind) => {
  expect(sqlTokens(sql)).toEqual([{ kind, text: sql, offset: 0 }]);
});
