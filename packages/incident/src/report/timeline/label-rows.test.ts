import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelRows, textWidth } from './label-rows.ts';

test('labelRows() keeps labels that have room in one row', () => {
  expect(
    labelRows([
      { x: 0, width: 50 },
      { x: 100, width: 50 },
    ]),
  ).toEqual([0, 0]);
});

test('labelRows() makes stairs of labels that do not', () => {
  expect(labelRows([0, 10, 20].map((x) => ({ x, width: 50 })))).toEqual([2, 1, 0]);
});

test('labelRows() lets no label overlap another, nor a line cross one', () => {
  const label = fc.record({ x: fc.nat(900), width: fc.integer({ min: 10, max: 300 }) });
  fc.assert(
    fc.property(fc.array(label, { maxLength: 30 }), (unordered) => {
      const labels = unordered.toSorted((a, b) => a.x - b.x);
      const rows = labelRows(labels);
      for (const [left, a] of labels.entries())
        for (const [right, b] of labels.entries()) {
          if (right <= left) continue;
          if (rows[left] === rows[right]) expect(a.x + a.width).toBeLessThan(b.x);
          // The line of b goes down through the rows above its own.
          if ((rows[left] ?? 0) < (rows[right] ?? 0)) expect(a.x + a.width).toBeLessThan(b.x);
        }
    }),
  );
});

test('textWidth() knows that some scripts are wide', () => {
  expect(textWidth('東京')).toBeGreaterThan(textWidth('ab'));
});
