import { INLINE_POLICY_QUOTA, policySize } from '@firebreak/iam';
import { type Action, type Change, IAM_NAME, type Target } from '../action.ts';
import { QuotaExceeded, TargetInvalid } from '../errors.ts';
import type { State } from '../plan.ts';
import { inlinePolicyState } from '../read/inline-policy-state.ts';
import { rolePath } from '../read/role-path.ts';

/** The name that the IAM console uses, so that a console user sees what was done. */
const POLICY_NAME = 'AWSRevokeOlderSessions';

/**
 * Denies everything to the sessions of a role that were issued before a moment: the time of the approval in UTC, and
 * 30 seconds for the change to spread. Sessions issued later work. Long-term keys carry no issue time and are not hit.
 * Source: IAM User Guide, "Revoke IAM role temporary security credentials".
 */
export const revokeRoleSessions: Action = {
  name: 'revoke-role-sessions',
  summary: 'Revoke all sessions of a role that were issued until now',
  target: { role: { description: 'name of the role, without its path', pattern: IAM_NAME } },
  reads: ['iam:GetRole', 'iam:ListRolePolicies', 'iam:GetRolePolicy'],

  async read({ role = '' }, api, { account }) {
    refuseRoleOfAws(role, await rolePath(role, account, api));
    const policy = { owner: 'Role', name: role, policyName: POLICY_NAME, account } as const;
    const { document, otherInlineSize } = await inlinePolicyState(policy, api);
    return { state: { role, policyName: POLICY_NAME, document }, otherInlineSize };
  },

  change({ role = '' }: Target, before, { account, issuedBefore }): Change {
    const previous = (before as { readonly document: State }).document;
    const document = denyOlderThan(issuedBefore);
    const put = (value: State) => ({
      service: 'iam' as const,
      operation: 'PutRolePolicy',
      input: { RoleName: role, PolicyName: POLICY_NAME, PolicyDocument: JSON.stringify(value) },
      account,
    });
    const remove = {
      service: 'iam' as const,
      operation: 'DeleteRolePolicy',
      input: { RoleName: role, PolicyName: POLICY_NAME },
      account,
    };
    return {
      title: `Revoke the sessions of role ${role} issued until now`,
      after: { role, policyName: POLICY_NAME, document },
      cutOff: issuedBefore,
      calls: [put(document)],
      undo: [previous === null ? remove : put(previous)],
      stops: [`Every session of ${role} issued before the cut-off, in whichever hands.`],
      doesNotStop: [
        `New sessions: whoever may still assume ${role} can get one. Contain the caller or cut the trust policy too.`,
        'Sessions of other roles that were assumed from these: revoke each role of the chain.',
        'Honest users of the role have to get new credentials; the AWS CLI keeps old ones in ~/.aws/cli/cache.',
      ],
    };
  },

  checkQuota({ role = '' }, otherInlineSize) {
    const quota = INLINE_POLICY_QUOTA.role;
    if (otherInlineSize + policySize(denyOlderThan(new Date(0).toISOString())) <= quota) return;
    throw new QuotaExceeded(
      `Cannot revoke sessions of role ${role}: its inline policies fill the quota of ${quota} characters`,
      { remedy: "Cut the role's trust policy, or deny the role by a service control policy." },
    );
  },
};

function denyOlderThan(issuedBefore: string) {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'FirebreakRevokeOlderSessions',
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: { DateLessThan: { 'aws:TokenIssueTime': issuedBefore } },
      },
    ],
  } as const;
}

function refuseRoleOfAws(role: string, path: string): void {
  if (path.startsWith('/aws-service-role/')) {
    throw new TargetInvalid(
      `Cannot revoke sessions of role ${role}: it is a service-linked role, and AWS does not allow it`,
      {
        remedy: 'Contain the resource that uses the role, or the principal that drives the service.',
      },
    );
  }
  if (path.startsWith('/aws-reserved/sso.amazonaws.com/')) {
    throw new TargetInvalid(
      `Cannot revoke sessions of role ${role}: roles of IAM Identity Center cannot be edited in IAM`,
      {
        remedy:
          'Put a deny into the permission set, or deny the user by a service control policy on identitystore:userId.',
      },
    );
  }
}
