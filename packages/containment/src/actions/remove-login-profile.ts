import { type Action, type Change, IAM_NAME, type Target } from '../action.ts';
import { signInOf } from '../read/sign-in.ts';

interface Noted {
  readonly passwordCreated: string | null;
  readonly mfaDevices: readonly string[];
}

/**
 * Takes an IAM user's console password away. It is the one action without a way back: AWS does not give passwords out.
 * Source: IAM API Reference, "DeleteLoginProfile"; IAM User Guide, "Manage passwords for IAM users".
 */
export const removeLoginProfile: Action = {
  name: 'remove-login-profile',
  summary: 'Take the console password of an IAM user away; it cannot be put back',
  target: { user: { description: 'name of the IAM user', pattern: IAM_NAME } },
  repeatable: false,
  reads: ['iam:GetLoginProfile', 'iam:ListMFADevices'],

  async read({ user = '' }, api, { account }) {
    const { passwordCreated, mfaDevices } = await signInOf(user, account, api);
    return {
      state: { user, password: passwordCreated === null ? 'none' : 'set' },
      noted: { passwordCreated, mfaDevices },
    };
  },

  change({ user = '' }: Target, before, { account, noted }): Change {
    const { mfaDevices, passwordCreated } = noted as unknown as Noted;
    const isSet = (before as { readonly password: string }).password === 'set';
    const call = {
      service: 'iam' as const,
      operation: 'DeleteLoginProfile',
      input: { UserName: user },
      account,
    };
    return {
      title: `Remove the console password of user ${user}`,
      after: { user, password: 'none' },
      calls: isSet ? [call] : [],
      undo: [],
      stops: isSet
        ? [`New sign-ins of ${user} to the console, with the password of ${passwordCreated}.`]
        : [],
      doesNotStop: [
        'Console sessions that are signed in already: they go on for up to 12 hours. Deny the user to stop them.',
        `Access keys of ${user}, and the sessions that they issued.`,
        `A new password: whoever may call CreateLoginProfile for ${user} sets one. Deny the user, too.`,
        mfaDevices.length === 0
          ? `${user} has no MFA device.`
          : `MFA devices: they are not touched, and stay with ${user}: ${mfaDevices.join(', ')}. Check whose they are before a new password is set.`,
      ],
      ...(isSet
        ? {
            cannotBeUndone: [
              'The password: AWS does not give it out, so nobody can put it back.',
              `Set a new one when the user is safe: aws iam create-login-profile --user-name ${user} --password-reset-required --password <new password>`,
              'Consider deny-user instead: it ends console sessions as well, makes a sign-in worth nothing, and can be undone.',
            ],
          }
        : {}),
    };
  },
};
