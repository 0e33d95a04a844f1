import { expect, test } from 'vitest';
import { closest } from './closest.ts';

test.each([
  ['regoins', 'regions'],
  ['bucekt', 'bucket'],
  ['athenna', 'athena'],
  ['guardDuty', 'guardduty'],
  ['somethingElse', undefined],
])('the word that was meant by %s is %s', (word, meant) => {
  expect(closest(word, ['accounts', 'athena', 'bucket', 'guardduty', 'regions'])).toBe(meant);
});

test('nothing is meant where nothing is known', () => {
  expect(closest('word', [])).toBeUndefined();
});
