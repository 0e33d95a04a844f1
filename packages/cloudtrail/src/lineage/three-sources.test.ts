import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histories, testClock } from '../testing/event-history.ts';
import { switchRole, withSession } from '../testing/identities.ts';
import { indexOf } from '../testing/index-of.ts';
import { delivered, randomChains } from '../testing/random-chain.ts';
import { call, createAccessKey, deliver, roleIdentity, USER_KEY, userIdentity } from '../testing/records.ts';
import { askRows } from '../testing/rows-of.ts';
import type { LineageSource } from './lineage-source.ts';
import { LookupSource } from './lookup-source.ts';
import { RowSource } from './row-source.ts';
import { traceKey } from './trace-key.ts';

const ACCOUNTS = ['111111111111', '222222222222', '333333333333'];
const COVERAGE = { from: '2026-09-01T00:00:00Z', to: '2026-09-20T00:00:00Z' };
const REGIONS = ['us-east-1', 'eu-central-1'];

function sources(records: readonly Record<string, unknown>[]): LineageSource[] {
  return [
    indexOf(...records),
    new LookupSource(histories(records, ACCOUNTS, REGIONS), { clock: testClock() }),
    new RowSource(askRows(records), COVERAGE),
  ];
}

async function sameLineage(key: string, records: readonly Record<string, unknown>[]) {
  const [files, lookup, rows] = await Promise.all(sources(records).map((source) => traceKey(key, source)));
  expect(lookup).toEqual(files);
  expect(rows).toEqual(files);
  return files;
}

test('files, event history and table give the same lineage of random chains', async () => {
  const chains = randomChains({ losses: true, silent: false }).chain((chain) =>
    fc.record({ keys: fc.constant(chain.keys), log: delivered(chain.records) }),
  );
  await fc.assert(
    fc.asyncProperty(chains, fc.nat(), async ({ keys, log }, pick) => {
      await sameLineage(keys[pick % keys.length] ?? '', log);
    }),
    { numRuns: 60 },
  );
});

test('… of an instance, of made keys and passwords, and of a switch of role', async () => {
  const instance = 'i-0123456789abcdef0';
  const [first, second, third] = ['ASIARTXV5AHDREXAMPLE', 'ASIARTXV5AHDSEXAMPLE', 'ASIARTXV5AHDTEXAMPLE'];
  const time = '2026-09-14T09:00:00Z';
  const onInstance = (key: string) => ({
    ...roleIdentity(key, 'WebServer'),
    arn: `arn:aws:sts::111111111111:assumed-role/WebServer/${instance}`,
  });
  const made = createAccessKey(onInstance(first), { key: USER_KEY, user: 'build-bot', time });
  const login = {
    ...call(userIdentity(USER_KEY), 'CreateLoginProfile', '2026-09-14T09:05:00Z'),
    eventSource: 'iam.amazonaws.com',
    requestParameters: { userName: 'bob' },
  };
  const records = [
    deliver(instance, { key: first, role: 'WebServer', time: '2026-09-14T08:00:00Z' }),
    deliver(instance, { key: second, role: 'WebServer', time: '2026-09-14T14:00:00Z' }),
    call(onInstance(second), 'ListBuckets', '2026-09-14T14:10:00Z'),
    made,
    login,
  ].map((record) => ({ ...record, recipientAccountId: '111111111111' }));
  const lineage = await sameLineage(USER_KEY, records);
  expect(lineage?.root).toMatchObject({ kind: 'ec2-instance', name: instance });
  expect(lineage?.forward.map(({ accessKeyId }) => accessKeyId)).toEqual([second, USER_KEY]);
  expect(lineage?.gaps.map(({ kind }) => kind)).toEqual(['made-by-hand', 'other-credential']);

  const session = withSession(roleIdentity(third, 'Admin'), {}, '2026-09-14T08:00:00Z');
  const switched = await sameLineage(third, [
    switchRole(session, 'arn:aws:iam::222222222222:user/alice', '2026-09-14T08:00:01Z'),
    call(session, 'ListUsers', time),
  ]);
  expect(switched?.root).toMatchObject({ kind: 'iam-user', name: 'alice' });
});

test('a table is asked once for all issuing calls, and once for a key that nothing hands out', async () => {
  const asked: string[] = [];
  const records = [
    createAccessKey(userIdentity(USER_KEY), {
      key: 'AKIARTXV5AHDREXAMPLE',
      user: 'alice',
      time: '2026-09-14T08:00:00Z',
    }),
  ];
  await traceKey(USER_KEY, new RowSource(askRows(records, asked), COVERAGE));
  expect(asked[0]).toBe('issuances');
  expect(asked.filter((question) => question === 'issuances')).toHaveLength(1);
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked).toContain(`calls-by-key ${USER_KEY}`);
});
