import { expect, test } from 'vitest';
import { indexOf } from '../testing/index-of.ts';
import { assumeRole, call, roleIdentity, USER_KEY, userIdentity } from '../testing/records.ts';
import { traceKey } from './trace-key.ts';

const FIRST = 'ASIARTXV5AHDREXAMPLE';
const SECOND = 'ASIARTXV5AHDSEXAMPLE';
const hop = assumeRole(roleIdentity(FIRST, 'Deployer'), {
  key: SECOND,
  role: 'teams/red/Payroll',
  time: '2026-09-14T08:10:00Z',
  account: '222222222222',
});
const answered = {
  credentials: { accessKeyId: SECOND },
  assumedRoleUser: { arn: 'arn:aws:sts::222222222222:assumed-role/Payroll/x' },
};
const PATH = 'arn:aws:iam::222222222222:role/teams/red/Payroll';

async function lastHop(...records: unknown[]) {
  return (await traceKey(SECOND, indexOf(...records))).chain.at(-1);
}

test.each<[string, Record<string, unknown>, string]>([
  ['asked for and answered', { responseElements: answered }, PATH],
  [
    'answered only',
    { requestParameters: null, responseElements: answered },
    'arn:aws:sts::222222222222:assumed-role/Payroll/x',
  ],
  [
    'answered, though another was asked for',
    {
      requestParameters: { roleArn: 'arn:aws:iam::222222222222:role/Other' },
      responseElements: answered,
    },
    'arn:aws:sts::222222222222:assumed-role/Payroll/x',
  ],
  ['asked for only', {}, PATH],
])('issuedKey() takes the role that was %s', async (_, change, arn) => {
  expect(await lastHop({ ...hop, ...change })).toMatchObject({
    sessionIssuerArn: arn,
    roleName: 'Payroll',
    account: '222222222222',
  });
});

test("issuedKey() never takes the caller's role for the session's", async () => {
  const bare = { ...hop, requestParameters: null };
  expect(await lastHop(bare)).toMatchObject({ sessionIssuerArn: null, roleName: null });

  const used = call(roleIdentity(SECOND, 'Payroll', '222222222222'), 'ListBuckets', '2026-09-14T08:11:00Z');
  expect(await lastHop(bare, used)).toMatchObject({
    sessionIssuerArn: 'arn:aws:iam::222222222222:role/Payroll',
    roleName: 'Payroll',
    account: '222222222222',
  });
});

test("issuedKey() names the user behind a user's session", async () => {
  const token = {
    ...call(userIdentity(USER_KEY), 'GetSessionToken', '2026-09-14T08:05:00Z'),
    responseElements: { credentials: { accessKeyId: SECOND } },
  };
  expect(await lastHop(token)).toMatchObject({
    sessionIssuerArn: 'arn:aws:iam::111111111111:user/build-bot',
    userName: 'build-bot',
    roleName: null,
  });
});
