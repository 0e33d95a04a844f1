import type { PolicyDocument } from '@firebreak/iam';
import { expect, test } from 'vitest';
import { deadPrincipals, narrowTrust, TRUST_NOBODY, tidyTrust } from './trust-policy.ts';

const ROOT = 'arn:aws:iam::111111111111:root';
const ALICE = 'arn:aws:iam::111111111111:user/alice';
const PARTNER = 'arn:aws:iam::222222222222:role/Partner';
const GONE = 'AROAGONEGONEGOEXAMPLE';

type Statements = readonly Record<string, unknown>[];
const policy = (...Statement: Statements) =>
  ({ Version: '2012-10-17', Statement }) as unknown as PolicyDocument;
const allow = (Principal: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Principal,
  Action: 'sts:AssumeRole',
  ...more,
});
const deny = (who: object) => ({ Effect: 'Deny', ...who, Action: 'sts:AssumeRole' });

test.each<[string, PolicyDocument, PolicyDocument]>([
  [
    'the order of principals',
    policy(allow({ AWS: [PARTNER, ALICE] })),
    policy(allow({ AWS: [ALICE, PARTNER] })),
  ],
  ['a list of one', policy(allow({ AWS: [ALICE] })), policy(allow({ AWS: ALICE }))],
  ['an account by its number', policy(allow({ AWS: '111111111111' })), policy(allow({ AWS: ROOT }))],
  [
    'a principal that is named twice',
    policy(allow({ AWS: [ROOT, '111111111111'] })),
    policy(allow({ AWS: ROOT })),
  ],
])('%s makes no difference', (_, written, shown) => {
  expect(tidyTrust(written, 'aws')).toEqual(shown);
  expect(JSON.stringify(tidyTrust(shown, 'aws'))).toBe(JSON.stringify(shown));
});

test('a single statement stays single', () => {
  const single = { Version: '2012-10-17', Statement: allow({ AWS: ALICE }) } as unknown as PolicyDocument;
  expect(tidyTrust(single, 'aws')).toEqual(single);
});

const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
test.each<[string, Statements, string[], Statements]>([
  ['keeps the conditions', [allow({ AWS: [ALICE, PARTNER] }, mfa)], [ALICE], [allow({ AWS: ALICE }, mfa)]],
  ['names one of an account alone', [allow({ AWS: ROOT }, mfa)], [ALICE], [allow({ AWS: ALICE }, mfa)]],
  ['names one of everybody alone', [allow('*', mfa)], [PARTNER], [allow({ AWS: PARTNER }, mfa)]],
  [
    'keeps services and providers',
    [allow({ Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'], AWS: ALICE })],
    ['ec2.amazonaws.com'],
    [allow({ Service: 'ec2.amazonaws.com' })],
  ],
  [
    'keeps what denies, without ids that are gone',
    [
      allow({ AWS: ALICE }),
      deny({ Principal: { AWS: [GONE, PARTNER] } }),
      deny({ Principal: { AWS: GONE } }),
    ],
    [ALICE],
    [allow({ AWS: ALICE }), deny({ Principal: { AWS: PARTNER } })],
  ],
  [
    'goes on denying everybody but one who is gone',
    [allow({ AWS: ALICE }), deny({ NotPrincipal: { AWS: GONE } })],
    [ALICE],
    [allow({ AWS: ALICE }), { Effect: 'Deny', Action: 'sts:AssumeRole', Principal: '*' }],
  ],
])('narrowing %s', (_, before, keep, after) => {
  expect(narrowTrust(policy(...before), keep)).toEqual({ document: policy(...after), unknown: [] });
});

test.each<[string, Statements]>([
  ['another of the account', [allow({ AWS: ALICE })]],
  ['a whole account, for one of it', [allow({ AWS: 'arn:aws:iam::111111111111:user/bob' })]],
  ['everybody but some', [{ ...allow(undefined), NotPrincipal: { AWS: ALICE } }]],
  ['nobody', [deny({ Principal: { AWS: PARTNER } })]],
])('who was not trusted is not kept: %s', (_, before) => {
  expect(narrowTrust(policy(...before), [PARTNER])).toEqual({ document: TRUST_NOBODY, unknown: [PARTNER] });
});

test('ids in the place of principals are those that are gone', () => {
  expect(
    deadPrincipals(policy(allow({ AWS: [ALICE, GONE] }), deny({ NotPrincipal: { AWS: GONE } }))),
  ).toEqual([GONE]);
});
