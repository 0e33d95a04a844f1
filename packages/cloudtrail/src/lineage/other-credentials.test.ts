import { expect, test } from 'vitest';
import { indexOf } from '../testing/index-of.ts';
import { call, createAccessKey, USER_KEY, userIdentity } from '../testing/records.ts';
import { traceKey } from './trace-key.ts';

const MADE = 'AKIARTXV5AHDREXAMPLE';
const made = createAccessKey(userIdentity(USER_KEY), {
  key: MADE,
  user: 'alice',
  time: '2026-09-14T08:00:00Z',
});
const login = {
  ...call(userIdentity(MADE, 'alice'), 'CreateLoginProfile', '2026-09-14T08:02:00Z'),
  eventSource: 'iam.amazonaws.com',
  requestParameters: { userName: 'bob' },
  responseElements: { loginProfile: { userName: 'bob' } },
};
const bedrock = {
  ...call(userIdentity(USER_KEY), 'CreateServiceSpecificCredential', '2026-09-14T08:01:00Z'),
  eventSource: 'iam.amazonaws.com',
  requestParameters: { serviceName: 'bedrock.amazonaws.com', userName: 'a; rm -rf' },
};

test('a password and a service-specific credential that the lineage made are gaps, oldest first', async () => {
  const { gaps } = await traceKey(USER_KEY, indexOf(login, made, bedrock, login));
  expect(gaps.map(({ what }) => what)).toEqual([
    `CreateServiceSpecificCredential (event CreateServiceSpecificCredential-2026-09-14T08:01:00Z of 2026-09-14T08:01:00Z), signed by ${USER_KEY}, gave user a; rm -rf a service-specific credential, which works without an access key; no key id leads on from there`,
    `CreateLoginProfile (event CreateLoginProfile-2026-09-14T08:02:00Z of 2026-09-14T08:02:00Z), signed by ${MADE}, gave user bob a console password; no key id leads on from there`,
  ]);
  expect(gaps.map(({ lookup }) => lookup)).toEqual([
    'List what credentials of that sort the user has: aws iam list-service-specific-credentials --user-name=USER',
    expect.stringContaining('AttributeKey=Username,AttributeValue=bob'),
  ]);
});

test('a refused call, and one of another key, are none', async () => {
  const refused = { ...login, errorCode: 'AccessDenied' };
  expect((await traceKey(USER_KEY, indexOf(made, refused))).gaps).toEqual([]);
  const other = { ...login, userIdentity: userIdentity('AKIARTXV5AHDSEXAMPLE', 'carol') };
  expect((await traceKey(USER_KEY, indexOf(made, other))).gaps).toEqual([]);
});
