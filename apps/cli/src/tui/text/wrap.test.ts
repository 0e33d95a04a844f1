import { expect, test } from 'vitest';
import { cellWidth } from './cell-width.ts';
import { lineWidth, span, textOf } from './line.ts';
import { wrap, wrapText } from './wrap.ts';

test('wrap() breaks between words and keeps the style of each', () => {
  const rows = wrap([span('turn the '), span('key off', 'strong'), span(' now')], 10);
  expect(rows.map(textOf)).toEqual(['turn the ', 'key off ', 'now']);
  expect(rows[1]?.[0]?.style).toBe('strong');
});

test('wrap() does not break where the style changes inside a word', () => {
  expect(wrap([span('ab cd'), span('ef', 'code')], 6).map(textOf)).toEqual(['ab ', 'cdef']);
});

test('wrap() breaks a word that is wider than the screen, also of wide characters', () => {
  const rows = wrap([span('犯人犯人犯人')], 5);
  expect(rows.map(textOf)).toEqual(['犯人', '犯人', '犯人']);
  expect(rows.every((row) => lineWidth(row) <= 5)).toBe(true);
});

test('wrapText() hangs an indentation under a bullet', () => {
  const rows = wrapText('one two three', 9, 'plain', { first: [span('• ')], rest: [span('  ')] });
  expect(rows.map(textOf)).toEqual(['• one two', '  three']);
});

test.each([
  ['abc', 3],
  ['é', 1],
  ['犯', 2],
  ['🔥', 2],
  ['␛', 1],
])('cellWidth(%j) is %i', (text, width) => {
  expect(cellWidth(text)).toBe(width);
});
