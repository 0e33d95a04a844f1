import { expect, test } from 'vitest';
import { readEvent } from '../read/read-event.ts';
import {
  call,
  consoleIdentity,
  federatedIdentity,
  roleIdentity,
  USER_KEY,
  userIdentity,
} from '../testing/records.ts';
import { owningUser } from './owning-user.ts';

const SESSION = 'ASIARTXV5AHDREXAMPLE';
const buildBot = { user: 'build-bot', account: '111111111111' };

function ownerOf(identity: Record<string, unknown>) {
  const event = readEvent(call(identity, 'ListBuckets', '2026-09-14T08:00:00Z'));
  if (event === undefined) throw new TypeError('Cannot read the record');
  return owningUser(event.identity);
}

test.each<[string, Record<string, unknown>]>([
  ['a user with a key', userIdentity(USER_KEY)],
  ['a user in the console', consoleIdentity()],
  ['a session of GetSessionToken', userIdentity(SESSION)],
  ['a session of GetFederationToken', federatedIdentity(SESSION)],
  [
    'a user with an ARN only',
    { type: 'IAMUser', arn: 'arn:aws:iam::111111111111:user/teams/red/build-bot', accessKeyId: USER_KEY },
  ],
  [
    'a federated session without the ARN of its issuer',
    {
      ...federatedIdentity(SESSION),
      sessionContext: { sessionIssuer: { type: 'IAMUser', userName: 'build-bot' } },
    },
  ],
])('owningUser() names the user of %s', (_, identity) => {
  expect(ownerOf(identity)).toEqual(buildBot);
});

test.each<[string, Record<string, unknown>]>([
  ['a role', roleIdentity(SESSION, 'build-bot')],
  ['the root user', { type: 'Root', arn: 'arn:aws:iam::111111111111:root', userName: 'company' }],
  [
    'a session that the root user federated',
    { ...federatedIdentity(SESSION), sessionContext: { sessionIssuer: { type: 'Root', userName: 'x' } } },
  ],
  ['a service', { type: 'AWSService', invokedBy: 'ec2.amazonaws.com' }],
  ['a user whom the record does not name', { type: 'IAMUser', principalId: 'AIDAQBS6T6WOHEXAMPLE2' }],
])('owningUser() names no user for %s', (_, identity) => {
  expect(ownerOf(identity)).toBeUndefined();
});
