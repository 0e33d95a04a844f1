import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeScale } from './time-scale.ts';

const START = Date.parse('2026-03-02T14:03:02Z');
const WIDTH = 528;

function scaleOf(...seconds: readonly number[]) {
  const times = seconds.map((second) => START + second * 1_000);
  const scale = timeScale(times, WIDTH);
  return { ...scale, places: times.map(scale.place) };
}

test('timeScale() draws an incident of forty seconds in one piece', () => {
  const { places, breaks, ticks } = scaleOf(0, 8, 20, 33, 40);
  expect(places).toEqual([0, 105.6, 264, 435.6, 528]);
  expect(breaks).toEqual([]);
  expect(ticks.map(({ label, above }) => [label, above])).toEqual([
    ['14:03:05', '2 Mar 2026'],
    ['14:03:10', null],
    ['14:03:15', null],
    ['14:03:20', null],
    ['14:03:25', null],
    ['14:03:30', null],
    ['14:03:35', null],
    ['14:03:40', null],
  ]);
});

test('timeScale() labels days where the incident takes days', () => {
  const { breaks, ticks } = scaleOf(0, 160_000, 340_000, 518_400);
  expect(breaks).toEqual([]);
  expect(ticks.map(({ label }) => label)).toEqual(['3 Mar', '4 Mar', '5 Mar', '6 Mar', '7 Mar', '8 Mar']);
  expect(ticks[0]?.above).toBe('2026');
});

test('timeScale() breaks the axis where a first sighting lies days before the rest', () => {
  const { places, breaks } = scaleOf(-200_000, 0, 8, 20, 33, 40);
  expect(breaks).toEqual([{ start: 0, end: 84, skipped: 200_000_000 }]);
  expect(places[1]).toBe(84);
  expect(places.at(-1)).toBe(WIDTH);
});

test('timeScale() places a single moment', () => {
  expect(scaleOf(0, 0)).toMatchObject({ places: [0, 0], breaks: [], ticks: [{ x: 0, label: '14:03:02' }] });
});

test('timeScale() keeps the order, stays inside and keeps its labels apart', () => {
  const second = fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: -40_000_000, max: 300_000 }));
  fc.assert(
    fc.property(fc.array(second, { minLength: 1, maxLength: 40 }), (seconds) => {
      const { places, ticks, breaks } = scaleOf(...seconds.toSorted((a, b) => a - b));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places.every((place) => place >= 0 && place <= WIDTH + 0.001)).toBe(true);
      expect(breaks.length).toBeLessThanOrEqual(4);
      expect(ticks.length).toBeGreaterThan(0);
      for (const [index, { x }] of ticks.entries())
        expect(x - (ticks[index - 1]?.x ?? -100)).toBeGreaterThanOrEqual(61.9);
    }),
    { numRuns: 500 },
  );
});
