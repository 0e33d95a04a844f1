import { expect, test } from 'vitest';
import { disabling } from './disabling.ts';

test('only a long-term key has something that disabling it stops', () => {
  expect(disabling('long-term').stops).not.toEqual([]);
  for (const kind of ['temporary', 'other', 'unknown'] as const) expect(disabling(kind).stops).toEqual([]);
});

test('disabling a long-term key is said to leave sessions alive', () => {
  expect(disabling('long-term').doesNotStop.join(' ')).toContain('GetFederationToken');
});
