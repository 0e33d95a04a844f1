import { type Action, type Change, IAM_NAME, type Target } from '../action.ts';
import { serviceCredentialsOf } from '../read/service-credentials.ts';

interface Credential {
  readonly service: string;
  readonly status: string;
}

/**
 * Sets every active service-specific credential of an IAM user to Inactive: passwords for CodeCommit and Amazon
 * Keyspaces, API keys for Amazon Bedrock. Deactivating access keys has no effect on them.
 * Source: IAM User Guide, "Service-specific credentials for IAM users".
 */
export const deactivateServiceSpecificCredentials: Action = {
  name: 'deactivate-service-specific-credentials',
  summary: 'Set all service-specific credentials of an IAM user to Inactive; they can be activated again',
  target: { user: { description: 'name of the IAM user', pattern: IAM_NAME } },
  repeatable: true,
  reads: ['iam:ListServiceSpecificCredentials'],

  async read({ user = '' }, api, { account }) {
    return { state: { user, credentials: await serviceCredentialsOf(user, account, api) } };
  },

  change({ user = '' }: Target, before, { account }): Change {
    const { credentials } = before as unknown as { credentials: Readonly<Record<string, Credential>> };
    const all = Object.entries(credentials);
    const active = all.filter(([, { status }]) => status === 'Active');
    const update =
      (Status: string) =>
      ([ServiceSpecificCredentialId]: [string, Credential]) => ({
        service: 'iam' as const,
        operation: 'UpdateServiceSpecificCredential',
        input: { UserName: user, ServiceSpecificCredentialId, Status },
        account,
      });
    const after = all.map(([id, { service, status }]) => [
      id,
      { service, status: status === 'Active' ? 'Inactive' : status },
    ]);
    return {
      title: `Deactivate all service-specific credentials of user ${user} (${active.length} of ${all.length} active)`,
      after: { user, credentials: Object.fromEntries(after) },
      calls: active.map(update('Inactive')),
      undo: active.map(update('Active')),
      stops: active.map(([id, { service }]) => `Every call to ${service} with ${id}.`),
      doesNotStop: [
        `Access keys and console sign-in of ${user}.`,
        `New credentials: whoever may call CreateServiceSpecificCredential for ${user} makes one. Deny the user, too.`,
      ],
      ...(active.length === 0
        ? {}
        : { undoNeedsForce: 'Each of them may be compromised. Activating them lets their finder back in.' }),
    };
  },
};
