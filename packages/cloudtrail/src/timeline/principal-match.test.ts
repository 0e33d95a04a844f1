import { expect, test } from 'vitest';
import { readEvent } from '../read/read-event.ts';
import { rootIdentity } from '../testing/identities.ts';
import {
  call,
  consoleIdentity,
  federatedIdentity,
  roleIdentity,
  USER_KEY,
  userIdentity,
} from '../testing/records.ts';
import { principalMatch } from './principal-match.ts';

const KEY = 'ASIARTXV5AHDREXAMPLE';
const role = roleIdentity(KEY, 'Deployer');
const withPath = {
  ...role,
  sessionContext: {
    sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::111111111111:role/ci/Deployer', userName: 'Deployer' },
  },
};
const { sessionContext: _, ...bare } = role;

function matchedBy(asked: string, identity: Record<string, unknown>): string | undefined {
  const event = readEvent(call(identity, 'ListBuckets', '2026-09-14T08:00:00Z'));
  const { needle, matchedBy: by } = principalMatch(asked);
  const arn = event === undefined ? undefined : by(event);
  // Whatever matches holds the needle.
  if (arn !== undefined && needle !== undefined) expect(JSON.stringify(event?.record)).toContain(needle);
  return arn;
}

const USER = 'arn:aws:iam::111111111111:user/build-bot';
const ROLE = 'arn:aws:iam::111111111111:role/Deployer';
const SESSION = 'arn:aws:sts::111111111111:assumed-role/Deployer/deployer';
const GUEST = 'arn:aws:sts::111111111111:federated-user/guest';
const ROOT = 'arn:aws:iam::222222222222:root';

test.each<[string, Record<string, unknown>, string]>([
  [USER, userIdentity(USER_KEY), USER],
  [USER, consoleIdentity(), USER],
  [USER, federatedIdentity(KEY), USER],
  [ROLE, role, ROLE],
  [ROLE, bare, ROLE],
  [ROLE, withPath, 'arn:aws:iam::111111111111:role/ci/Deployer'],
  ['arn:aws:iam::111111111111:role/ci/Deployer', bare, 'arn:aws:iam::111111111111:role/ci/Deployer'],
  ['arn:aws:sts::111111111111:assumed-role/Deployer', role, ROLE],
  [SESSION, role, SESSION],
  [GUEST, federatedIdentity(KEY), GUEST],
  [ROOT, rootIdentity(USER_KEY), ROOT],
  ['AIDAQBS6T6WOHEXAMPLE2', userIdentity(USER_KEY), USER],
  ['AROAQBS6T6WOHEXAMPLE2', role, SESSION],
  ['AROAQBS6T6WOHEXAMPLE2:deployer', role, SESSION],
  ['build-bot', userIdentity(USER_KEY), USER],
  ['build-bot', federatedIdentity(KEY), USER],
  ['guest', federatedIdentity(KEY), GUEST],
  ['Deployer', role, ROLE],
  ['Deployer', bare, SESSION],
  ['deployer', role, SESSION],
  ['carol', { type: 'SAMLUser', userName: 'carol', principalId: 'x:carol' }, 'x:carol'],
])('%s takes the call', (asked, identity, arn) => {
  expect(matchedBy(asked, identity)).toBe(arn);
});

test.each<[string, Record<string, unknown>]>([
  [USER, userIdentity(USER_KEY, 'build-bot2')],
  [USER, userIdentity(USER_KEY, 'build-bot', '222222222222')],
  [ROLE, roleIdentity(KEY, 'Deployer2')],
  [ROLE, roleIdentity(KEY, 'Deployer', '222222222222')],
  [ROLE, { ...bare, arn: 'arn:aws-cn:sts::111111111111:assumed-role/Deployer/x' }],
  [SESSION, { ...role, arn: `${SESSION}2` }],
  ['AROAQBS6T6WOHEXAMPLE2:other', role],
  ['AROAQBS6T6WOHEXAMPLE', role],
  ['build', userIdentity(USER_KEY)],
  ['Build-bot', userIdentity(USER_KEY)],
  ['build-bot', {}],
  [GUEST, userIdentity(USER_KEY)],
])('%s does not take the call', (asked, identity) => {
  expect(matchedBy(asked, identity)).toBeUndefined();
});

test.each([
  ['arn:aws:iam::111111111111:user/teams/build-bot', 'build-bot'],
  [ROLE, 'Deployer'],
  ['arn:aws:sts::111111111111:assumed-role/Deployer/i-0123456789abcdef0', 'i-0123456789abcdef0'],
  [ROOT, ROOT],
  ['al', undefined],
  ['zoë', undefined],
  ['a+b=c', undefined],
  ['arn:aws:iam::111111111111:user/it', undefined],
])('the needle of %s is %s', (asked, needle) => {
  expect(principalMatch(asked).needle).toBe(needle);
});
