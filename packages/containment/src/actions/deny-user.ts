import { INLINE_POLICY_QUOTA, type PolicyDocument, policySize } from '@firebreak/iam';
import { type Action, type Change, IAM_NAME, type Target } from '../action.ts';
import { QuotaExceeded } from '../errors.ts';
import type { State } from '../plan.ts';
import { inlinePolicyState } from '../read/inline-policy-state.ts';

const DENY_ALL = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'FirebreakDenyAll', Effect: 'Deny', Action: '*', Resource: '*' }],
} as const satisfies PolicyDocument;

/**
 * Puts an inline policy on an IAM user that denies everything. Permissions of a user's own keys and of its
 * GetSessionToken and GetFederationToken sessions come from the user, so all of these end at once.
 * Source: IAM User Guide, "Disabling permissions for temporary security credentials"; "IAM and AWS STS quotas".
 */
export const denyUser: Action = {
  name: 'deny-user',
  summary: 'Deny everything to an IAM user with an inline policy',
  target: { user: { description: 'name of the IAM user', pattern: IAM_NAME } },
  reads: ['iam:ListUserPolicies', 'iam:GetUserPolicy'],

  async read({ user = '' }, api, { account, incident }) {
    const policyName = policyNameOf(incident);
    const policy = { owner: 'User', name: user, policyName, account } as const;
    const { document, otherInlineSize } = await inlinePolicyState(policy, api);
    return { state: { user, policyName, document }, otherInlineSize };
  },

  change({ user = '' }: Target, before, { account }): Change {
    const state = before as { readonly policyName: string; readonly document: State };
    const put = (document: State) => ({
      service: 'iam' as const,
      operation: 'PutUserPolicy',
      input: { UserName: user, PolicyName: state.policyName, PolicyDocument: JSON.stringify(document) },
      account,
    });
    const remove = {
      service: 'iam' as const,
      operation: 'DeleteUserPolicy',
      input: { UserName: user, PolicyName: state.policyName },
      account,
    };
    const inPlace = JSON.stringify(state.document) === JSON.stringify(DENY_ALL);
    return {
      title: `Deny everything to user ${user}`,
      after: { user, policyName: state.policyName, document: DENY_ALL },
      calls: inPlace ? [] : [put(DENY_ALL)],
      undo: inPlace ? [] : [state.document === null ? remove : put(state.document)],
      stops: [
        `All calls of ${user}: every access key, console session, GetSessionToken and GetFederationToken session.`,
      ],
      doesNotStop: [
        `Role sessions that ${user} has already assumed: their permissions come from the role.`,
        'For a few seconds, anything: IAM spreads a change over its regions.',
      ],
    };
  },

  checkQuota({ user = '' }, otherInlineSize) {
    const size = policySize(DENY_ALL);
    if (otherInlineSize + size > INLINE_POLICY_QUOTA.user) throw quotaIsFull(user, otherInlineSize, size);
  },
};

function policyNameOf(incident: string): string {
  return `firebreak-${incident}-deny`.slice(0, 128);
}

function quotaIsFull(user: string, used: number, size: number): QuotaExceeded {
  const quota = INLINE_POLICY_QUOTA.user;
  return new QuotaExceeded(
    `Cannot deny user ${user}: the inline policies hold ${used} of ${quota} characters, and ${size} are needed`,
    {
      remedy: `Attach the managed policy AWSDenyAll instead: aws iam attach-user-policy --policy-arn arn:aws:iam::aws:policy/AWSDenyAll`,
    },
  );
}
