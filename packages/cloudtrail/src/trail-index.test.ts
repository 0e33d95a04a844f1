import { expect, test } from 'vitest';
import { indexOf } from './testing/index-of.ts';
import { assumeRole, call, USER_KEY, userIdentity } from './testing/records.ts';

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
