import { expect, test } from 'vitest';
import { threadsWithin } from './threads-within.ts';

test.each([
  ['95.3 MiB', 32, 1],
  ['381.4 MiB', 2, 2],
  ['381.4 MiB', 32, 5],
  ['14.9 GiB', 32, 32],
  ['900 bytes', 8, 1],
])('%s are for %i cores as many threads as %i', (limit, cores, threads) => {
  expect(threadsWithin(limit, cores)).toBe(threads);
});
