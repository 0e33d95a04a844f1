import { expect, test } from 'vitest';
import { indexOf } from '../testing/index-of.ts';
import {
  assumeRole,
  call,
  consoleIdentity,
  createAccessKey,
  federatedIdentity,
  roleIdentity,
  USER_KEY,
  userIdentity,
} from '../testing/records.ts';
import { traceKey } from './trace-key.ts';

const SESSION = 'ASIARTXV5AHDREXAMPLE';
const MADE = 'AKIARTXV5AHDSEXAMPLE';
const time = '2026-09-14T08:00:00Z';
const nothingElse = { provider: null, userId: null, sourceIdentity: null };
const buildBot = { name: 'build-bot', userName: 'build-bot', account: '111111111111', ...nothingElse };

test('the root of a role that a user switched to in the console is the user', async () => {
  const own = assumeRole(consoleIdentity(), { key: SESSION, role: 'Payroll', time, account: '222222222222' });
  const other = {
    ...own,
    userIdentity: { type: 'AWSAccount', principalId: 'AIDAQBS6T6WOHEXAMPLE2', accountId: '111111111111' },
    recipientAccountId: '222222222222',
  };
  const lineage = await traceKey(SESSION, indexOf(own, other));
  expect(lineage.root).toEqual({ kind: 'iam-user', ...buildBot, accessKeyId: null });
  expect(lineage.users).toEqual([{ user: 'build-bot', account: '111111111111', accessKeyId: null }]);
  expect(lineage.gaps[0]?.what).toContain('user build-bot made it');
  expect(lineage.gaps[0]?.lookup).toContain('AttributeKey=Username,AttributeValue=build-bot');
  expect(await traceKey(SESSION, indexOf(other, own))).toEqual(lineage);
});

test.each<[string, Record<string, unknown>]>([
  ['GetFederationToken', federatedIdentity(SESSION)],
  ['GetSessionToken', userIdentity(SESSION)],
])('the root of a session whose %s lies outside the logs is the user', async (_, identity) => {
  const lineage = await traceKey(SESSION, indexOf(call(identity, 'ListBuckets', time)));
  expect(lineage.root).toEqual({ kind: 'iam-user', ...buildBot, accessKeyId: SESSION });
  expect(lineage.chain[0]).toMatchObject({ userName: 'build-bot', roleName: null });
  expect(lineage.users).toEqual([{ user: 'build-bot', account: '111111111111', accessKeyId: null }]);
  expect(lineage.gaps[0]?.what).toMatch(/^No record hands out .*, a session of .*build-bot$/);
});

test('the user of a long-term key is known by its ARN', async () => {
  const identity = {
    ...userIdentity(USER_KEY),
    arn: 'arn:aws:iam::111111111111:user/ci/build-bot',
    userName: '',
  };
  const { root } = await traceKey(USER_KEY, indexOf(call(identity, 'ListBuckets', time)));
  expect(root).toEqual({ kind: 'long-term-key', ...buildBot, accessKeyId: USER_KEY });
});

test('a long-term key that a session without a key made is its own root', async () => {
  const { accessKeyId: _, ...admin } = roleIdentity('', 'Admin');
  const records = [createAccessKey(admin, { key: MADE, user: 'build-bot', time })];
  const lineage = await traceKey(MADE, indexOf(...records));
  expect(lineage.root).toEqual({ kind: 'long-term-key', ...buildBot, accessKeyId: MADE });
  expect(lineage.roles).toEqual([{ role: 'Admin', account: '111111111111' }]);
  expect(lineage.gaps.map(({ what }) => what)).toEqual([
    expect.stringContaining('was made with CreateAccessKey'),
    expect.stringContaining('does not say which key signed it'),
  ]);
});
