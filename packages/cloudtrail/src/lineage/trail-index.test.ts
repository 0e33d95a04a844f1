import { expect, test } from 'vitest';
import { withSession } from '../testing/identities.ts';
import { indexOf } from '../testing/index-of.ts';
import { assumeRole, call, roleIdentity, USER_KEY, userIdentity } from '../testing/records.ts';
import { traceKey } from './trace-key.ts';

const SESSION = 'ASIARTXV5AHDREXAMPLE';
const time = '2026-09-14T08:00:00Z';

test('TrailIndex puts together what several records say of a key, in any order', async () => {
  const records = [
    call({ type: 'AWSAccount', accountId: '111111111111', accessKeyId: USER_KEY }, 'GetObject', time),
    call({ type: 'IAMUser', accessKeyId: USER_KEY, userName: 'build-bot' }, 'ListBuckets', time),
    call({ accessKeyId: USER_KEY, arn: 'arn:aws:iam::111111111111:user/build-bot' }, 'GetUser', time),
  ];
  const expected = {
    type: 'IAMUser',
    accountId: '111111111111',
    userName: 'build-bot',
    arn: 'arn:aws:iam::111111111111:user/build-bot',
  };
  expect(await indexOf(...records).identityOf(USER_KEY)).toMatchObject(expected);
  expect(await indexOf(...records.reverse()).identityOf(USER_KEY)).toMatchObject(expected);
});

test('TrailIndex lists a key under one signer only, whatever the order of the records', async () => {
  const other = 'AKIARTXV5AHDSEXAMPLE';
  const records = [
    assumeRole(userIdentity(USER_KEY), { key: SESSION, role: 'Deployer', time }),
    assumeRole(userIdentity(other), { key: SESSION, role: 'Deployer', time: '2026-09-14T08:00:01Z' }),
  ];
  for (const index of [indexOf(...records), indexOf(...records.reverse())]) {
    expect((await index.issuanceOf(SESSION))?.event.identity.accessKeyId).toBe(USER_KEY);
    expect(await index.issuedBy(USER_KEY)).toHaveLength(1);
    expect(await index.issuedBy(other)).toEqual([]);
  }
});

test('TrailIndex covers the time between the first and the last instant', () => {
  const times = ['2026-09-14T08:00:00.500Z', '2026-09-14T10:00:01+02:00', '2026-09-14T08:00:00Z'];
  const index = indexOf(...times.map((at) => call(userIdentity(USER_KEY), 'ListBuckets', at)));
  expect(index.coverage).toEqual({ events: 3, from: '2026-09-14T08:00:00Z', to: '2026-09-14T08:00:01Z' });
});

test('TrailIndex takes in what only some of the calls of a key say', async () => {
  const plain = roleIdentity(SESSION, 'Deployer');
  const records = [
    call(plain, 'ListBuckets', time),
    call(plain, 'ListBuckets', time),
    call(withSession(plain, { sourceIdentity: 'alice' }), 'GetObject', time),
    call(withSession(plain, { assumedRoot: 'true' }), 'GetObject', time),
    call(withSession(plain, { webIdFederationData: { attributes: { 'idp:sub': 'me' } } }), 'GetUser', time),
    { ...call(plain, 'ListUsers', time), sessionCredentialFromConsole: 'true' },
    call({ ...plain, onBehalfOf: { userId: 'user-1' } }, 'ListRoles', time),
  ];
  const expected = {
    arn: plain['arn'],
    sourceIdentity: 'alice',
    sessionCreated: '2026-09-14T07:00:00Z',
    assumedRoot: 'true',
    federatedSubject: 'me',
    fromConsole: 'true',
    onBehalfOfUserId: 'user-1',
  };
  expect(await indexOf(...records).identityOf(SESSION)).toMatchObject(expected);
  expect(await indexOf(...records.toReversed()).identityOf(SESSION)).toMatchObject(expected);
});

test('TrailIndex covers what it is told to, and passes on what it is told of', async () => {
  const index = indexOf(call(userIdentity(USER_KEY), 'ListBuckets', time));
  index.cover({ from: '2026-09-13T00:00:00.500Z', to: undefined });
  index.cover({ from: '2026-09-14T09:00:00Z', to: '2026-09-13T00:00:00Z' });
  expect(index.coverage).toEqual({ events: 1, from: '2026-09-13T00:00:00.500Z', to: time });
  const broken = { kind: 'source-unavailable', what: 'x', lookup: 'y', command: null } as const;
  index.note(broken);
  expect((await traceKey(USER_KEY, index)).gaps).toEqual([broken]);
});
