import { expect, test } from 'vitest';
import { jsonErrorPlace } from './json-place.ts';

test.each([
  ['{"a": 1,\n  b: 2}', '2:3'],
  ['hello', '1:1'],
  ['{"a": 1', '1:8'],
  ['', '1:1'],
  [`{\n"long": "${'x'.repeat(60)}",\n"next": nope\n}`, '3:10'],
])('jsonErrorPlace() finds where %j breaks', (text, place) => {
  let error: unknown;
  try {
    JSON.parse(text);
  } catch (caught) {
    error = caught;
  }
  expect(jsonErrorPlace(text, error as SyntaxError)).toBe(place);
});
