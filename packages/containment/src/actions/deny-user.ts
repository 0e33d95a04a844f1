import type { Api, ApiCall } from '@firebreak/aws';
import { type Action, type ActionContext, type Change, IAM_NAME, type Target } from '../action.ts';
import { canonical } from '../canonical.ts';
import type { State } from '../plan.ts';
import { DENY_ALL, type Denied, readDenied } from '../read/denied-user.ts';

const READS_INLINE = ['iam:ListUserPolicies', 'iam:GetUserPolicy'];

/**
 * Denies everything to an IAM user. Permissions of a user's own keys and of its GetSessionToken and GetFederationToken
 * sessions come from the user, so all of these end at once.
 *
 * The first way that there is room for: an inline policy; the managed policy AWSDenyAll; AWSDenyAll as the permissions
 * boundary, which always fits, since an explicit deny in a boundary binds like any other.
 * Source: IAM User Guide, "Disabling permissions for temporary security credentials"; "IAM and AWS STS quotas";
 * "Permissions boundaries for IAM entities".
 */
export const denyUser: Action = {
  name: 'deny-user',
  summary: 'Deny everything to an IAM user: inline, by AWSDenyAll, or by a permissions boundary',
  target: { user: { description: 'name of the IAM user', pattern: IAM_NAME } },
  repeatable: true,
  reads: [...READS_INLINE, 'iam:ListAttachedUserPolicies', 'iam:GetUser'],

  async read({ user = '' }: Target, api: Api, context: ActionContext) {
    return { state: { ...(await readDenied(user, api, context)) } };
  },

  change({ user = '' }: Target, before, { account }): Change {
    const denied = before as unknown as Denied;
    const { after, put, restore, how } = changeOf(denied);
    const call = (operation: string, input: object): ApiCall => ({
      service: 'iam',
      operation,
      input: { UserName: user, ...input },
      account,
    });
    const inPlace = canonical(after) === canonical(denied);
    return {
      title: `Deny everything to user ${user}${how}`,
      after: { ...after } as State,
      ...(denied.way === 'inline policy' ? { reads: READS_INLINE } : {}),
      calls: inPlace ? [] : [call(...put)],
      undo: inPlace ? [] : [call(...restore)],
      stops: [
        `All calls of ${user}: every access key, console session, GetSessionToken and GetFederationToken session.`,
      ],
      doesNotStop: [
        `Role sessions that ${user} has already assumed: their permissions come from the role.`,
        'For a few seconds, anything: IAM spreads a change over its regions.',
      ],
    };
  },
};

type Parts = readonly [operation: string, input: object];

interface DenyChange {
  readonly after: Denied;
  readonly put: Parts;
  readonly restore: Parts;
  /** What the title says of the way. */
  readonly how: string;
}

function changeOf(denied: Denied): DenyChange {
  switch (denied.way) {
    case 'inline policy': {
      const PolicyName = denied.policyName;
      const put = (document: State): Parts => [
        'PutUserPolicy',
        { PolicyName, PolicyDocument: JSON.stringify(document) },
      ];
      const former = denied.document;
      const restore: Parts = former === null ? ['DeleteUserPolicy', { PolicyName }] : put(former);
      return { after: { ...denied, document: DENY_ALL }, put: put(DENY_ALL), restore, how: '' };
    }
    case 'managed policy': {
      const { policyArn: PolicyArn } = denied;
      return {
        after: { ...denied, attached: true },
        put: ['AttachUserPolicy', { PolicyArn }],
        restore: ['DetachUserPolicy', { PolicyArn }],
        how: ' by AWSDenyAll, since its inline policies leave no room',
      };
    }
    case 'permissions boundary': {
      const put = (PermissionsBoundary: string): Parts => [
        'PutUserPermissionsBoundary',
        { PermissionsBoundary },
      ];
      const former = denied.boundary;
      return {
        after: { ...denied, boundary: denied.policyArn },
        put: put(denied.policyArn),
        restore: former === null ? ['DeleteUserPermissionsBoundary', {}] : put(former),
        how: ' by a permissions boundary, since its policies leave no room',
      };
    }
  }
}
