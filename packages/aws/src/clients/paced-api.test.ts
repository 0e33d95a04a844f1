import { expect, test } from 'vitest';
import type { Api, ApiCall } from '../api-call.ts';
import { pacedApi } from './paced-api.ts';
import { type PacingClock, TokenBucket } from './token-bucket.ts';

/** A clock that stands still until somebody waits; it notes at which moment each wait is over. */
function fakeClock(): PacingClock & { readonly wakes: number[] } {
  const wakes: number[] = [];
  return {
    wakes,
    now: () => 0,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      wakes.push(Math.round(ms));
    },
  };
}

const lookup = (account: string, region: string): ApiCall => ({
  service: 'cloudtrail',
  operation: 'LookupEvents',
  input: {},
  account,
  region,
});

test('event lookups of one account and region keep to two a second; others do not wait for them', async () => {
  const clock = fakeClock();
  const calls: ApiCall[] = [];
  const api: Api = {
    async call(call) {
      calls.push(call);
      return {};
    },
  };
  const paced = pacedApi(api, clock);
  for (let count = 0; count < 4; count += 1) await paced.call(lookup('111111111111', 'eu-central-1'));
  expect(clock.wakes).toEqual([526, 1053]);
  await paced.call(lookup('111111111111', 'us-east-1'));
  await paced.call(lookup('222222222222', 'eu-central-1'));
  expect(clock.wakes).toHaveLength(2);
  expect(calls).toHaveLength(6);
});

test('a bucket fills again while nobody takes, and never beyond its burst', async () => {
  let now = 0;
  const waits: number[] = [];
  const clock: PacingClock = {
    now: () => now,
    async sleep(ms) {
      waits.push(ms);
    },
  };
  const bucket = new TokenBucket({ aSecond: 2, burst: 2 }, clock);
  now = 60_000;
  for (let count = 0; count < 3; count += 1) await bucket.take();
  expect(waits).toEqual([500]);
});

test('whoever leaves while waiting takes no token along', async () => {
  const clock: PacingClock = {
    now: () => 0,
    sleep: async () => {
      throw new Error('aborted');
    },
  };
  const bucket = new TokenBucket({ aSecond: 1, burst: 1 }, clock);
  await bucket.take();
  for (let count = 0; count < 3; count += 1) await expect(bucket.take()).rejects.toThrow('aborted');
  const waits: number[] = [];
  Object.assign(clock, { sleep: async (ms: number) => waits.push(ms) });
  await bucket.take();
  expect(waits).toEqual([1_000]);
});
