import { readAccessKey } from '@firebreak/iam';
import { ACCESS_KEY_ID, type Action, type Change, IAM_NAME, type Target } from '../action.ts';
import { TargetInvalid } from '../errors.ts';
import { accessKeysOf } from '../read/access-keys.ts';

/**
 * Sets one access key of an IAM user to Inactive. It is never deleted: a deleted key cannot be brought back, and its
 * history goes with it.
 * Source: IAM User Guide, "Update access keys"; "Disabling permissions for temporary security credentials".
 */
export const deactivateAccessKey: Action = {
  name: 'deactivate-access-key',
  summary: 'Set one access key of an IAM user to Inactive; it can be activated again',
  target: {
    user: { description: 'name of the IAM user', pattern: IAM_NAME },
    key: { description: 'id of the access key (AKIA…)', pattern: ACCESS_KEY_ID },
  },
  repeatable: true,
  reads: ['iam:ListAccessKeys'],

  async read({ user = '', key = '' }, api, { account }) {
    refuseTemporaryKey(key);
    const keys = await accessKeysOf(user, account, api);
    const status = keys.get(key);
    if (status === undefined) {
      throw new TargetInvalid(`Cannot deactivate access key ${key}: user ${user} has no such key`, {
        remedy:
          keys.size === 0
            ? 'The user has no keys at all: check the user name.'
            : `Its keys are: ${[...keys.keys()].join(', ')}.`,
      });
    }
    return { state: { user, key, status } };
  },

  change({ user = '', key = '' }: Target, before, { account }): Change {
    const status = (before as { status: string }).status;
    const update = (value: string) => ({
      service: 'iam' as const,
      operation: 'UpdateAccessKey',
      input: { UserName: user, AccessKeyId: key, Status: value },
      account,
    });
    return {
      title: `Deactivate access key ${key} of user ${user}`,
      after: { user, key, status: 'Inactive' },
      calls: status === 'Inactive' ? [] : [update('Inactive')],
      undo: status === 'Inactive' ? [] : [update(status)],
      stops: ['Every call that is signed with this key.'],
      doesNotStop: [
        `Other keys of ${user}, and console sign-in.`,
        'Sessions from GetSessionToken and GetFederationToken: they live up to 36 hours more.',
        'Role sessions that were assumed with it: revoke them on each role.',
      ],
      undoNeedsForce: `${key} is the compromised key. Activating it lets its finder back in.`,
    };
  },
};

function refuseTemporaryKey(key: string): void {
  if (readAccessKey(key).kind !== 'temporary') return;
  throw new TargetInvalid(`Cannot deactivate access key ${key}: temporary keys have no status`, {
    remedy:
      'Deny at the entity that its permissions come from: revoke-role-sessions for a role, deny-user for a user.',
  });
}
