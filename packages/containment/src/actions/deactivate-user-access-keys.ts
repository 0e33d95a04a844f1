import { type Action, type Change, IAM_NAME, type Target } from '../action.ts';
import { accessKeysOf } from '../read/access-keys.ts';

/**
 * Sets every active access key of an IAM user to Inactive, in one plan that remembers the status of each.
 * Source: IAM User Guide, "Update access keys"; "Disabling permissions for temporary security credentials".
 */
export const deactivateUserAccessKeys: Action = {
  name: 'deactivate-user-access-keys',
  summary: 'Set all active access keys of an IAM user to Inactive; they can be activated again',
  target: { user: { description: 'name of the IAM user', pattern: IAM_NAME } },
  repeatable: true,
  reads: ['iam:ListAccessKeys'],

  async read({ user = '' }, api, { account }) {
    const keys = await accessKeysOf(user, account, api);
    return { state: { user, keys: Object.fromEntries(keys) } };
  },

  change({ user = '' }: Target, before, { account }): Change {
    const { keys } = before as unknown as { keys: Readonly<Record<string, string>> };
    const all = Object.entries(keys);
    const active = all.filter(([, status]) => status === 'Active').map(([key]) => key);
    const update = (Status: string) => (AccessKeyId: string) => ({
      service: 'iam' as const,
      operation: 'UpdateAccessKey',
      input: { UserName: user, AccessKeyId, Status },
      account,
    });
    const after = all.map(([key, status]) => [key, status === 'Active' ? 'Inactive' : status]);
    return {
      title: `Deactivate all access keys of user ${user} (${active.length} of ${all.length} active)`,
      after: { user, keys: Object.fromEntries(after) },
      calls: active.map(update('Inactive')),
      undo: active.map(update('Active')),
      stops: active.map((key) => `Every call that is signed with ${key}.`),
      doesNotStop: [
        `New keys: whoever may call CreateAccessKey for ${user} makes one. Deny the user, too.`,
        'Console sign-in, and service-specific credentials such as those of CodeCommit and Amazon Bedrock.',
        'Sessions from GetSessionToken and GetFederationToken: they live up to 36 hours more.',
        'Role sessions that were assumed with them: revoke them on each role.',
      ],
      ...(active.length === 0
        ? {}
        : {
            undoNeedsForce: `One of ${active.join(', ')} is compromised. Activating them lets its finder back in.`,
          }),
    };
  },
};
