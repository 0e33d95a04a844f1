import { readAccessKey } from '@firebreak/iam';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexOf } from '../testing/index-of.ts';
import { keyId } from '../testing/key-id.ts';
import { delivered, randomChains } from '../testing/random-chain.ts';
import { traceKey } from './trace-key.ts';

function withDelivery(options: { losses: boolean; silent: boolean }) {
  return randomChains(options).chain((chain) =>
    fc.record({ chain: fc.constant(chain), log: delivered(chain.records) }),
  );
}

test('the keys of the chains hold their account', () => {
  expect(readAccessKey(keyId('ASIA', '333333333333', 3))).toMatchObject({
    kind: 'temporary',
    accountId: '333333333333',
  });
});

test('traceKey() brings random chains back complete, in any order and with repeats', async () => {
  await fc.assert(
    fc.asyncProperty(withDelivery({ losses: false, silent: true }), async ({ chain, log }) => {
      const { keys, roles, records } = chain;
      const lineage = await traceKey(keys.at(-1) ?? '', indexOf(...log));
      const [user] = keys;
      expect(lineage.chain.map(({ accessKeyId }) => accessKeyId)).toEqual(keys);
      expect(lineage.forward.map(({ accessKeyId }) => accessKeyId)).toEqual(keys.slice(1));
      expect(lineage.root).toMatchObject({ kind: 'long-term-key', userName: 'build-bot', accessKeyId: user });
      expect(lineage.roles).toEqual(roles);
      expect(lineage.users).toEqual([{ user: 'build-bot', account: '111111111111', accessKeyId: user }]);
      expect(lineage.gaps).toEqual([]);
      expect(lineage).toEqual(await traceKey(keys.at(-1) ?? '', indexOf(...records)));
    }),
    { numRuns: 200 },
  );
});

test('where records are missing, traceKey() ends there with the right gap', async () => {
  await fc.assert(
    fc.asyncProperty(withDelivery({ losses: true, silent: true }), async ({ chain, log }) => {
      const { keys, records, gap } = chain;
      const lineage = await traceKey(keys.at(-1) ?? '', indexOf(...log));
      const known = keys.slice(gap?.before ?? 0);
      expect(lineage.chain.map(({ accessKeyId }) => accessKeyId)).toEqual(known);
      expect(lineage.forward.map(({ accessKeyId }) => accessKeyId)).toEqual(known.slice(1));
      expect(lineage.root.kind).toBe(gap === undefined ? 'long-term-key' : 'unknown');
      expect(lineage.gaps.map(({ kind }) => kind)).toEqual(gap === undefined ? [] : [gap.kind]);
      if (gap !== undefined) expect(lineage.gaps[0]?.command).toContain(known[0]);
      expect(lineage).toEqual(await traceKey(keys.at(-1) ?? '', indexOf(...records)));
    }),
    { numRuns: 200 },
  );
});
