import type { Plan } from '@firebreak/containment';

export const ACCOUNT = '111111111111';
export const LEAKED_KEY = 'AKIARTXV5AHDVEXAMPLE';
export const DEPLOY_SESSION = 'ASIARTXV5AHDWEXAMPLE';
export const ADMIN_SESSION = 'ASIARTXV5AHDXEXAMPLE';

const key = { UserName: 'build-bot', AccessKeyId: LEAKED_KEY };

export const DEACTIVATE: Plan = {
  action: 'deactivate-access-key',
  target: { user: 'build-bot', accessKeyId: LEAKED_KEY },
  account: ACCOUNT,
  title: `Deactivate access key ${LEAKED_KEY} of user build-bot`,
  before: { Status: 'Active', UserName: 'build-bot', CreateDate: '2024-06-03T09:12:44Z' },
  after: { Status: 'Inactive', UserName: 'build-bot', CreateDate: '2024-06-03T09:12:44Z' },
  calls: [
    { service: 'iam', operation: 'UpdateAccessKey', input: { ...key, Status: 'Inactive' }, account: ACCOUNT },
  ],
  undo: [
    { service: 'iam', operation: 'UpdateAccessKey', input: { ...key, Status: 'Active' }, account: ACCOUNT },
  ],
  stops: ['Every new call that is signed with this key, within seconds.'],
  doesNotStop: [
    'Sessions that the key has already issued: they live until they expire, up to 36 hours.',
    'Other keys of the same user.',
  ],
  permissions: ['iam:ListAccessKeys', 'iam:UpdateAccessKey'],
  hash: '4b0c7d2f8a61e3958d7f0c2b9e4a1d6638f5b7c09a2e4d1f6c8b3a5d7e9f0a12',
};

const session = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'FirebreakDenyOlderSessions',
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { DateLessThan: { 'aws:TokenIssueTime': '2026-03-02T14:05:00Z' } },
    },
  ],
} as const;

function revoke(role: string, hash: string): Plan {
  const policy = { RoleName: role, PolicyName: 'firebreak-deny-older-sessions' };
  return {
    action: 'revoke-role-sessions',
    target: { role },
    account: ACCOUNT,
    title: `Deny every session of role ${role} that was issued before 2026-03-02T14:05:00Z`,
    before: { inlinePolicies: ['deploy'], 'firebreak-deny-older-sessions': null },
    after: { inlinePolicies: ['deploy', policy.PolicyName], 'firebreak-deny-older-sessions': session },
    calls: [
      {
        service: 'iam',
        operation: 'PutRolePolicy',
        input: { ...policy, PolicyDocument: JSON.stringify(session) },
        account: ACCOUNT,
      },
    ],
    undo: [{ service: 'iam', operation: 'DeleteRolePolicy', input: policy, account: ACCOUNT }],
    stops: [`Every session of ${role} that is older than the time in the policy.`],
    doesNotStop: ['New sessions: whoever may still assume the role gets a fresh one.'],
    permissions: ['iam:GetRolePolicy', 'iam:PutRolePolicy', 'iam:DeleteRolePolicy'],
    hash,
  };
}

export const REVOKE_DEPLOY = revoke(
  'Deployer',
  '9e1a5c33d07b4f8e2a6c9b1d4e7f0a3382c5d8e1b4a7f0c396d2e5b8a1f4c77d',
);
export const REVOKE_ADMIN = revoke(
  'OrganizationAudit',
  'c2f7a9e4b1d6083f5e8c7a2b9d4f1e6603a5b8c7d2e9f4a1b6c3d8e5f0a7b29c',
);
