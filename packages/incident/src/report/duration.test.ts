import { expect, test } from 'vitest';
import { durationInWords, readTime, shortDuration, utcTime } from './duration.ts';

test.each([
  [0, 'less than a second', '< 1 s'],
  [999, 'less than a second', '< 1 s'],
  [1_000, '1 second', '1 s'],
  [40_400, '40 seconds', '40 s'],
  [492_000, '8 minutes 12 seconds', '8 min 12 s'],
  [3_600_000, '1 hour', '1 h'],
  [3_601_000, '1 hour', '1 h'],
  [-97_200_000, '1 day 3 hours', '1 d 3 h'],
])('%d ms is %s', (milliseconds, words, short) => {
  expect(durationInWords(milliseconds)).toBe(words);
  expect(shortDuration(milliseconds)).toBe(short);
});

test.each(['', '1', 'yesterday', '2026-03-02', '2026-03-02T14:03:22', '2026-99-99T14:03:22Z'])(
  'readTime() takes "%s" for no time',
  (text) => {
    expect(readTime(text)).toBeUndefined();
    expect(utcTime(text)).toBe(text);
  },
);

test('utcTime() shows any zone as UTC', () => {
  expect(utcTime('2026-03-02T15:03:22.123+01:00')).toBe('2026-03-02 14:03:22Z');
});
