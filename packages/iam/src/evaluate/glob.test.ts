import fc from 'fast-check';
import { expect, test } from 'vitest';
import { globMatches, globTokens } from './glob.ts';

test.each([
  ['', '', true],
  ['', 'a', false],
  ['*', '', true],
  ['?', '', false],
  ['?', '😀', true],
  ['a*b*c', 'a-b-b-c', true],
  ['a*b*c', 'a-c-b', false],
  ['*.jpg', 'a.jpg.png', false],
  ['s3:Get?bject', 's3:GetObject', true],
  ['.*', 'anything', false],
  ['**', 'x', true],
])('globMatches() of %s and "%s" is %s', (pattern, text, matches) => {
  expect(globMatches(globTokens(pattern), text)).toBe(matches);
});

test('globMatches() agrees with a regular expression', () => {
  const piece = fc.constantFrom('a', 'b', '*', '?');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.array(fc.constantFrom('a', 'b')), (pattern, text) => {
      const source = pattern.map((token) => token.replace('*', '.*').replace('?', '.')).join('');
      const expected = new RegExp(`^${source}$`).test(text.join(''));
      expect(globMatches(globTokens(pattern.join('')), text.join(''))).toBe(expected);
    }),
  );
});

test.each([
  ['*a'.repeat(1_000), 'a'.repeat(2_000)],
  [`*${'a'.repeat(1_000)}b`, 'a'.repeat(2_000)],
  [`${'a*'.repeat(1_000)}b`, 'a'.repeat(2_000)],
])('globMatches() comes to an end on hostile patterns', (pattern, text) => {
  expect(globMatches(globTokens(pattern), `${text}c`)).toBe(false);
});
