import { readAccessKey } from '@firebreak/iam';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexOf } from './testing/index-of.ts';
import { keyId } from './testing/key-id.ts';
import { assumeRole, call, roleIdentity, userIdentity } from './testing/records.ts';
import { traceKey } from './trace-key.ts';

const accounts = fc.constantFrom('111111111111', '222222222222', '333333333333');
const hop = fc.record({ account: accounts, region: fc.constantFrom('us-east-1', 'eu-central-1') });

interface Chain {
  readonly user: string;
  readonly keys: readonly string[];
  readonly roles: readonly { role: string; account: string }[];
  readonly records: readonly Record<string, unknown>[];
}

/** One hop a minute from a user's key, each logged by the caller's account and, across accounts, by the role's too. */
function chainOf(user: string, hops: readonly { account: string; region: string }[]): Chain {
  const keys = [user];
  const roles: { role: string; account: string }[] = [];
  const records: Record<string, unknown>[] = [];
  let caller = userIdentity(user, 'build-bot', '111111111111');
  for (const [depth, { account, region }] of hops.entries()) {
    const key = keyId('ASIA', account, depth);
    const role = `Role${depth}`;
    const time = `2026-09-14T08:0${depth}:00Z`;
    const own = assumeRole(caller, { key, role, time, account, region });
    records.push(own);
    if (caller['accountId'] !== account) {
      const { type: _, arn: __, accessKeyId: ___, ...rest } = caller;
      records.push({ ...own, userIdentity: { ...rest, type: 'AWSAccount' }, recipientAccountId: account });
    }
    caller = roleIdentity(key, role, account);
    records.push(call(caller, 'ListBuckets', `2026-09-14T08:0${depth}:30Z`));
    keys.push(key);
    roles.push({ role, account });
  }
  return { user, keys, roles, records };
}

const chains = fc
  .array(hop, { minLength: 1, maxLength: 8 })
  .map((hops) => chainOf(keyId('AKIA', '111111111111', 15), hops));

/** All of the records, some of them again, in any order. */
function delivered(records: readonly Record<string, unknown>[]) {
  return fc
    .subarray([...records])
    .chain((again) =>
      fc.shuffledSubarray([...records, ...again], { minLength: records.length + again.length }),
    );
}

test('the keys of the chains hold their account', () => {
  expect(readAccessKey(keyId('ASIA', '333333333333', 3))).toMatchObject({
    kind: 'temporary',
    accountId: '333333333333',
  });
});

test('traceKey() brings random chains back complete, in any order and with repeats', async () => {
  const deliveries = chains.chain((chain) =>
    fc.record({ chain: fc.constant(chain), log: delivered(chain.records) }),
  );
  await fc.assert(
    fc.asyncProperty(deliveries, async ({ chain: { user, keys, roles, records }, log }) => {
      const lineage = await traceKey(keys.at(-1) ?? '', indexOf(...log));
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
