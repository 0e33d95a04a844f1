import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoTime } from './iso-time.ts';

test('isoTime() agrees with Date', () => {
  fc.assert(
    fc.property(fc.double({ min: -8.64e15, max: 8.64e15, noNaN: true }), (milliseconds) => {
      expect(isoTime(milliseconds)).toBe(new Date(milliseconds).toISOString());
    }),
  );
  expect(isoTime(0)).toBe('1970-01-01T00:00:00.000Z');
});

test.each([Number.NaN, 8.64e15 + 1, Number.NEGATIVE_INFINITY])(
  'isoTime() gives nothing for %d',
  (milliseconds) => {
    expect(isoTime(milliseconds)).toBeUndefined();
  },
);
