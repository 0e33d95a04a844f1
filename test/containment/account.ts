import type { OrganisationData } from '../../packages/drill/src/index.ts';

const created = '2026-01-01T00:00:00Z';
const allow = (Action: string, size = 0) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Sid: `Allow${'x'.repeat(size)}`, Effect: 'Allow', Action, Resource: '*' }],
  });
const trust = (Principal: object, Condition?: object) => ({
  Effect: 'Allow',
  Principal,
  Action: 'sts:AssumeRole',
  ...(Condition === undefined ? {} : { Condition }),
});

/** Leaves room for no further policy: 2,048 characters are the quota of a user. */
const FULL = { Large: allow('s3:*', 1_900) };
const OLDER_SESSIONS = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { DateLessThan: { 'aws:TokenIssueTime': '2025-01-01T00:00:00Z' } },
    },
  ],
});

/** One account with everything that actions read and change. */
export function accountBefore(account: string): OrganisationData['accounts'][string] {
  const ours = (path: string) => `arn:aws:iam::${account}:${path}`;
  const policies = Array.from({ length: 10 }, (_, index) => ours(`policy/Team${index}`));
  const user = {
    path: '/',
    createDate: created,
    accessKeys: {},
    mfaDevices: {},
    serviceSpecificCredentials: {},
    inlinePolicies: {},
    attachedPolicies: [],
    groups: [],
    tags: {},
  };
  const role = {
    path: '/',
    createDate: created,
    maxSessionDuration: 3600,
    inlinePolicies: {},
    attachedPolicies: [],
    tags: {},
  };
  return {
    name: 'production',
    users: {
      'build-bot': {
        ...user,
        userId: 'AIDABUILDBOT22EXAMPLE',
        path: '/ci/',
        accessKeys: {
          AKIARTXV5AHDQEXAMPLE: { status: 'Active', createDate: created },
          AKIARTXV5AHDREXAMPLE: { status: 'Inactive', createDate: created },
        },
        inlinePolicies: { Builds: allow('s3:*'), Zone: allow('ec2:DescribeInstances') },
        loginProfile: { createDate: created, passwordResetRequired: false },
        mfaDevices: { [ours('mfa/build-bot')]: { enableDate: created } },
        serviceSpecificCredentials: {
          ACCABUILDBOTCODEEXAMPLE: {
            service: 'codecommit.amazonaws.com',
            status: 'Active',
            createDate: created,
          },
          ACCABUILDBOTOLDAEXAMPLE: {
            service: 'codecommit.amazonaws.com',
            status: 'Inactive',
            createDate: created,
          },
          ACCABUILDBOTBEDRKEXAMPLE: {
            service: 'bedrock.amazonaws.com',
            status: 'Active',
            createDate: created,
          },
        },
      },
      full: {
        ...user,
        userId: 'AIDAFULLFULLFUEXAMPLE',
        inlinePolicies: FULL,
        attachedPolicies: policies.slice(0, 3),
      },
      crowded: {
        ...user,
        userId: 'AIDACROWDEDCROEXAMPLE',
        inlinePolicies: FULL,
        attachedPolicies: policies,
        permissionsBoundary: ours('policy/Team0'),
      },
      unbounded: {
        ...user,
        userId: 'AIDAUNBOUNDEDUEXAMPLE',
        inlinePolicies: FULL,
        attachedPolicies: policies,
      },
    },
    groups: {},
    roles: {
      Deployer: {
        ...role,
        roleId: 'AROADEPLOYER22EXAMPLE',
        path: '/ci/',
        inlinePolicies: { Deploy: allow('s3:*') },
        trustPolicy: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            trust(
              { AWS: [ours('root'), ours('user/ci/build-bot')] },
              { Bool: { 'aws:SecureTransport': 'true' } },
            ),
            trust({ Service: 'ec2.amazonaws.com' }),
          ],
        }),
      },
      Revoked: {
        ...role,
        roleId: 'AROAREVOKEDREVEXAMPLE',
        inlinePolicies: { AWSRevokeOlderSessions: OLDER_SESSIONS },
        trustPolicy: JSON.stringify({
          Version: '2012-10-17',
          Statement: [trust({ AWS: ours('root') })],
        }),
      },
    },
    instanceProfiles: {
      web: {
        instanceProfileId: 'AIPAWEBWEBWEBWEXAMPLE',
        path: '/apps/',
        createDate: created,
        role: 'Deployer',
      },
    },
    policies: Object.fromEntries(policies.map((arn) => [arn, { document: allow('s3:*') }])),
    buckets: {},
    serviceControlPolicies: [],
  };
}
