import { expect, test } from 'vitest';
import { code, joined, plainText, sentence } from './phrase.ts';

test('sentence() tells own words from text and ids', () => {
  expect(sentence`Key ${code('AKIA')} of ${'build-bot'}, ${2} hops`).toEqual([
    'Key ',
    { code: 'AKIA' },
    ' of ',
    { text: 'build-bot' },
    ', ',
    '2',
    ' hops',
  ]);
});

test('joined() and plainText() keep every word', () => {
  const parts = [sentence`a ${'b'}`, sentence`${code('c')}`];
  expect(plainText(sentence`(${joined(parts, '; ')})`)).toBe('(a b; c)');
  expect(joined([], ', ')).toEqual([]);
});
