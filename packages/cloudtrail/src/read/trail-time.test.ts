import { expect, test } from 'vitest';
import { compareTimes, utcTime } from './trail-time.ts';

test.each([
  ['2020-09-14T00:48:30Z', '2020-09-14T00:48:30Z'],
  ['2020-09-14T00:48:30.000Z', '2020-09-14T00:48:30Z'],
  ['2020-09-14T00:48:30.250Z', '2020-09-14T00:48:30.250Z'],
  ['2020-09-14T02:48:30+02:00', '2020-09-14T00:48:30Z'],
  ['2020-09-13T17:48:30-0700', '2020-09-14T00:48:30Z'],
  ['2020-09-14T00:48:30', '2020-09-14T00:48:30Z'],
  ['2020-09-14 00:48:30', '2020-09-14T00:48:30Z'],
  ['2020-09-14 00:48:30.5', '2020-09-14T00:48:30.500Z'],
  ['2020-09-14 00:48:30 UTC', '2020-09-14T00:48:30Z'],
  ['2020-09-14', '2020-09-14T00:00:00Z'],
  ['20200914T004830Z', '2020-09-14T00:48:30Z'],
  ['Sep 14, 2020 12:48:30 AM', '2020-09-14T00:48:30Z'],
  ['Mon, 14 Sep 2020 00:48:30 GMT', '2020-09-14T00:48:30Z'],
])('utcTime() reads %s in any time zone', (text, time) => {
  const zone = process.env['TZ'];
  process.env['TZ'] = 'America/New_York';
  try {
    expect(utcTime(text)).toBe(time);
  } finally {
    process.env['TZ'] = zone;
  }
});

test.each(['', 'yesterday', '2020-99-14T00:48:30Z', '20209914T004830Z'])(
  'utcTime() knows that "%s" is no time',
  (text) => {
    expect(utcTime(text)).toBeUndefined();
  },
);

test('compareTimes() orders by instant, where text would not', () => {
  const times = ['2020-09-14T00:48:30.500Z', '2020-09-14T00:48:31Z', '2020-09-14T00:48:30Z'];
  expect(times.sort(compareTimes)).toEqual([
    '2020-09-14T00:48:30Z',
    '2020-09-14T00:48:30.500Z',
    '2020-09-14T00:48:31Z',
  ]);
});
