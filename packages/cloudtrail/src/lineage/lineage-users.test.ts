import { expect, test } from 'vitest';
import { indexOf } from '../testing/index-of.ts';
import { assumeRole, call, createAccessKey, USER_KEY, userIdentity } from '../testing/records.ts';
import { traceKey } from './trace-key.ts';

const MADE = 'AKIARTXV5AHDREXAMPLE';
const SECOND = 'AKIARTXV5AHDSEXAMPLE';
const SESSION = 'ASIARTXV5AHDTEXAMPLE';

const records = [
  createAccessKey(userIdentity(USER_KEY), { key: MADE, user: 'alice', time: '2026-09-14T08:00:00Z' }),
  createAccessKey(userIdentity(USER_KEY), { key: SECOND, user: 'build-bot', time: '2026-09-14T08:01:00Z' }),
  assumeRole(userIdentity(MADE, 'alice'), { key: SESSION, role: 'Payroll', time: '2026-09-14T08:02:00Z' }),
];
const users = [
  { user: 'build-bot', account: '111111111111', accessKeyId: USER_KEY },
  { user: 'alice', account: '111111111111', accessKeyId: MADE },
  { user: 'build-bot', account: '111111111111', accessKeyId: SECOND },
];

test('a key that a key made is followed, forward and on to its sessions', async () => {
  const lineage = await traceKey(USER_KEY, indexOf(...records));
  expect(lineage.forward.map(({ accessKeyId }) => accessKeyId)).toEqual([MADE, SECOND, SESSION]);
  expect(lineage.forward[0]).toMatchObject({
    kind: 'long-term',
    eventName: 'CreateAccessKey',
    issuedBy: USER_KEY,
    userName: 'alice',
    roleName: null,
    account: '111111111111',
    sessionIssuerArn: 'arn:aws:iam::111111111111:user/alice',
  });
  expect(lineage.users).toEqual(users);
  expect(lineage.gaps).toEqual([]);
});

test('a key that a key made leads back to that key, and both users are named', async () => {
  const lineage = await traceKey(SESSION, indexOf(...records));
  expect(lineage.chain.map(({ accessKeyId, issuedBy }) => [accessKeyId, issuedBy])).toEqual([
    [USER_KEY, null],
    [MADE, USER_KEY],
    [SESSION, MADE],
  ]);
  expect(lineage.root).toMatchObject({ kind: 'long-term-key', userName: 'build-bot', accessKeyId: USER_KEY });
  expect(lineage.users).toEqual(users);
  expect(lineage.gaps).toHaveLength(1);
  expect(lineage.gaps[0]?.what).toMatch(
    new RegExp(`^${MADE} was made with CreateAccessKey .* by ${USER_KEY}; that does not prove`),
  );
});

test('a key that was made without naming a user is the own second key of who made it', async () => {
  const [, record] = records;
  const own = {
    ...record,
    requestParameters: null,
    responseElements: { accessKey: { accessKeyId: SECOND, status: 'Active' } },
  };
  const { chain } = await traceKey(SECOND, indexOf(own));
  expect(chain.at(-1)).toMatchObject({
    userName: 'build-bot',
    sessionIssuerArn: 'arn:aws:iam::111111111111:user/build-bot',
  });
});

test('a refused CreateAccessKey makes no key', async () => {
  const refused = { ...records[0], errorCode: 'AccessDenied', responseElements: null };
  const seen = call(userIdentity(MADE, 'alice'), 'ListBuckets', '2026-09-14T08:03:00Z');
  expect((await traceKey(USER_KEY, indexOf(refused, seen))).forward).toEqual([]);
});
