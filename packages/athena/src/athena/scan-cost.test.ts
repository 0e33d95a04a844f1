import { expect, test } from 'vitest';
import { scanCost } from './scan-cost.ts';

test.each([
  [2 ** 40, 5, 5],
  [0, 5, (10 / 2 ** 20) * 5],
  [10 * 2 ** 20, 5, (10 / 2 ** 20) * 5],
  [10 * 2 ** 20 + 1, 5, (11 / 2 ** 20) * 5],
  [2 ** 40, 9, 9],
])('%i bytes at %f dollars a terabyte cost %f', (bytes, price, cost) => {
  expect(scanCost(bytes, price)).toBeCloseTo(cost, 12);
});
