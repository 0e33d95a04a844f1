import { expect, test } from 'vitest';
import { incidentReport } from '../incident-report.ts';
import { journalOf, type Told } from '../testing/journal-of.ts';
import { leakedKey } from '../testing/leaked-key.ts';
import { placedLane } from './placed-marks.ts';
import { timelineDrawing } from './timeline-drawing.ts';
import { timelineLanes } from './timeline-marks.ts';

test('timelineDrawing() draws nothing without a time', () => {
  expect(timelineDrawing(incidentReport([]))).toBeNull();
});

test('timelineDrawing() has a title and a description', () => {
  const drawing = String(timelineDrawing(incidentReport(leakedKey())));
  expect(drawing).toContain('role="img" aria-labelledby="timeline-title timeline-desc"');
  expect(drawing).toContain('From 2026-02-28 03:16:40Z to 2026-03-03 04:37:11Z: Finding, 4 marks. ');
});

test('timelineDrawing() breaks the axis at the silences', () => {
  expect(String(timelineDrawing(incidentReport(leakedKey()))).match(/class="break"/g)).toHaveLength(3);
});

test('timelineLanes() puts issuances beside the finding', () => {
  const [finding] = timelineLanes(incidentReport(leakedKey()));
  expect(finding?.marks.map(({ kind }) => kind)).toEqual([
    'AssumeRole',
    'AssumeRole',
    'First seen',
    'Last seen',
  ]);
});

test('timelineLanes() leaves out a sighting that is no time', () => {
  const [first] = leakedKey();
  if (first?.type !== 'incident.opened') throw new TypeError('The journal does not begin with its opening');
  const finding = { ...first.finding, firstSeen: 'long ago', lastSeen: null };
  expect(timelineLanes(incidentReport([{ ...first, finding }]))[0]?.marks).toEqual([]);
});

test('placedLane() joins marks until their labels fit', () => {
  const told = Array.from(
    { length: 200 },
    (_, second): Told => [
      second,
      { type: 'answer.given', step: 'ask', question: `Question ${second}?`, answer: 'yes' },
    ],
  );
  const entries = journalOf('2026-03-02T14:00:00Z', told);
  const lane = timelineLanes(incidentReport(entries))[1];
  if (lane === undefined) throw new TypeError('There is no second lane');
  const start = Date.parse('2026-03-02T14:00:00Z');
  const placed = placedLane(lane, (time) => (time - start) / 400);
  expect(placed.rows).toBeLessThanOrEqual(12);
  expect(placed.marks[0]?.what).toMatch(/^and \d+ more$/);
});
