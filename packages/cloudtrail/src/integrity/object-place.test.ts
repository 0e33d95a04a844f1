import { expect, test } from 'vitest';
import { deliveryTime, liesWhere, organisationOf, placeInTrail } from './object-place.ts';

const PLACE =
  '111111111111/CloudTrail/eu-west-1/2026/09/14/111111111111_CloudTrail_eu-west-1_20260914T1005Z_a.json.gz';

test.each([
  [`AWSLogs/${PLACE}`, `AWSLogs/${PLACE}`, true],
  [`/case/bucket/logs/AWSLogs/${PLACE}`, `logs/AWSLogs/${PLACE}`, true],
  [`/case/AWSLogs/${PLACE}`, `logs/AWSLogs/${PLACE}`, true],
  [`/case/${PLACE}`, `logs/AWSLogs/o-11111111/${PLACE}`, true],
  [`/case/AWSLogs/${PLACE}`, `AWSLogs/o-11111111/${PLACE}`, false],
  [`/case/AWSLogs/${PLACE}`, `AWSLogs/${PLACE.replace('/14/', '/13/')}`, false],
])('a file at %s lies where %s lay: %s', (path, key, expected) => {
  expect(liesWhere(path, key)).toBe(expected);
});

test('a path says the place in the trail, the organisation and the minute of delivery', () => {
  const path = `/case/AWSLogs/o-11111111/${PLACE}`;
  expect(placeInTrail(path)).toBe(PLACE);
  expect(organisationOf(path)).toBe('o-11111111');
  expect(deliveryTime(path)).toBe(Date.parse('2026-09-14T10:05:00Z'));
});

test('another path stands for itself and says nothing', () => {
  expect(placeInTrail('notes/a.json')).toBe('notes/a.json');
  expect(organisationOf('notes/a.json')).toBeUndefined();
  expect(deliveryTime('notes/a.json')).toBeUndefined();
});
