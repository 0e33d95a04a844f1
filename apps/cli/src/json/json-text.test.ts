import { expect, test } from 'vitest';
import { jsonText } from './json-text.ts';

const HOSTILE = '\u009b31m \u0085 \u007f \u202eevil\u2066 \u200b \u2028 \ufeff \u{e0041} é 日本 😀 \u001b[2J';

test.each([undefined, 2])('nothing in JSON acts on a terminal, and it parses to the same', (indent) => {
  const value = { [HOSTILE]: [HOSTILE, { user: 'alice' }] };
  const text = jsonText(value, indent);
  expect(JSON.parse(text)).toEqual(value);
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(text).toContain(
    '\\u009b31m \\u0085 \\u007f \\u202eevil\\u2066 \\u200b \\u2028 \\ufeff \\udb40\\udc41',
  );
  expect(text).toContain('é 日本 😀 \\u001b[2J');
});

test('plain JSON stays as it is', () => {
  const value = { a: 1, b: [null, true, 'c'] };
  expect(jsonText(value)).toBe(JSON.stringify(value));
  expect(jsonText(value, 2)).toBe(JSON.stringify(value, null, 2));
});
