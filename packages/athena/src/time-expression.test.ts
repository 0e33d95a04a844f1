import { expect, test } from 'vitest';
import { dayText, eventTimeText, parseTime } from './time-expression.ts';

const now = new Date('2026-03-01T00:30:00.900Z');

test.each([
  ['now', '2026-03-01T00:30:00Z'],
  ['30m', '2026-03-01T00:00:00Z'],
  ['36h', '2026-02-27T12:30:00Z'],
  ['1d', '2026-02-28T00:30:00Z'],
  ['1w', '2026-02-22T00:30:00Z'],
  ['2024-02-29T23:00:00-02:00', '2024-03-01T01:00:00Z'],
])('parseTime() reads %s', (text, expected) => {
  const time = parseTime(text)?.(now);
  expect(time && eventTimeText(time)).toBe(expected);
});

test('dayText() names the partition, and the next across the end of a month', () => {
  expect(dayText(new Date('2026-02-28T23:59:59Z'))).toBe('2026/02/28');
  expect(dayText(new Date('2026-02-28T23:59:59Z'), 1)).toBe('2026/03/01');
});
