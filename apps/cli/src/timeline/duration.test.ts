import { expect, test } from 'vitest';
import { durationOf, durationText } from './duration.ts';

test.each([
  ['90s', 90_000],
  ['30m', 1_800_000],
  ['1h', 3_600_000],
  ['2d', 172_800_000],
  ['0h', undefined],
  ['1', undefined],
  ['h', undefined],
  ['-1h', undefined],
  ['1h30m', undefined],
  ['9999999h', undefined],
  ['', undefined],
])('"%s" is %s milliseconds', (text, milliseconds) => {
  expect(durationOf(text)).toBe(milliseconds);
});

test.each([
  [0, '0 s'],
  [59_999, '59 s'],
  [11_520_000, '3 h 12 min'],
  [3_600_000, '1 h'],
  [3_601_000, '1 h'],
  [90_061_000, '1 d 1 h'],
  [86_400_000 + 60_000, '1 d'],
])('%s milliseconds are %s', (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});
