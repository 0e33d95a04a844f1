import { expect, test } from 'vitest';
import { stateRows, stateText } from './state-rows.ts';

test('stateRows() puts the parts side by side', () => {
  expect(stateRows({ a: 1, b: [1] }, { b: [1], c: 'new', a: 2 })).toEqual([
    { name: 'a', before: 1, after: 2, changed: true },
    { name: 'b', before: [1], after: [1], changed: false },
    { name: 'c', before: undefined, after: 'new', changed: true },
  ]);
});

test('stateRows() compares what has no parts', () => {
  expect(stateRows('Active', 'Inactive')).toEqual([
    { name: '', before: 'Active', after: 'Inactive', changed: true },
  ]);
  expect(stateRows(null, { a: 1 })).toEqual([{ name: 'a', before: undefined, after: 1, changed: true }]);
  expect(stateRows(null, null)).toEqual([]);
});

test.each([
  [undefined, 'absent'],
  [null, 'absent'],
  ['Active', 'Active'],
  [false, 'false'],
  [[1, 'a'], '[1,"a"]'],
])('stateText(%o) is %s', (state, text) => {
  expect(stateText(state)).toBe(text);
});
