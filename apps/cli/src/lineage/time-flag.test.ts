import { expect, test } from 'vitest';
import { timeFlag } from './time-flag.ts';

const NOW = Date.parse('2026-09-14T12:00:00Z');

test.each([
  ['36h', '2026-09-13T00:00:00Z'],
  ['7d', '2026-09-07T12:00:00Z'],
  ['2026-09-14', '2026-09-14T00:00:00Z'],
  ['2026-09-14T08:30', '2026-09-14T08:30:00Z'],
  ['2026-09-14T08:30:01.500+02:00', '2026-09-14T06:30:01.500Z'],
])('timeFlag() reads %s', (text, time) => {
  expect(timeFlag('--since', text, NOW)).toBe(time);
});

test('timeFlag() takes a whole day to its end', () => {
  expect(timeFlag('--until', '2026-09-14', NOW)).toBe('2026-09-14T23:59:59Z');
});

test.each(['', 'yesterday', '7', '7y', '2026-13-01', '14.09.2026', '-1d'])(
  'timeFlag() refuses "%s"',
  (text) => {
    expect(() => timeFlag('--since', text, NOW)).toThrow('is no time');
  },
);
