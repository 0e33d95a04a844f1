import type { AccessKeyKind } from './access-key.ts';

/** What ends when a credential of a kind is disabled, and what goes on; a sentence each. */
export interface Disabling {
  readonly stops: readonly string[];
  readonly doesNotStop: readonly string[];
}

const DISABLING: Readonly<Record<AccessKeyKind, Disabling>> = {
  'long-term': {
    stops: ['Every call that is signed with this key, within seconds.'],
    doesNotStop: [
      "The user's other key, and console sign-in.",
      'Sessions from GetSessionToken and GetFederationToken, up to 36 hours: deny the user.',
      'Role sessions that were assumed with it, up to 12 hours: revoke the sessions of each role.',
      'Service-specific credentials of the user, such as those of CodeCommit and Amazon Bedrock.',
    ],
  },
  temporary: {
    stops: [],
    doesNotStop: [
      'Anything: a temporary key has no status, and cannot be disabled or deleted.',
      'Deny at the entity that its permissions come from: the role, or the IAM user behind a session token.',
      'Disabling the long-term key that issued it leaves it valid until it expires.',
    ],
  },
  other: {
    stops: [],
    doesNotStop: [
      'Anything: this id does not name an access key. Look up what kind of thing it is, and who owns it.',
    ],
  },
  unknown: {
    stops: [],
    doesNotStop: [
      'What it is cannot be told from the id: look it up in CloudTrail before anything is disabled.',
    ],
  },
};

/**
 * What disabling a credential of this kind would and would not stop.
 * Source: IAM User Guide, "Disabling permissions for temporary security credentials" and "Update access keys".
 */
export function disabling(kind: AccessKeyKind): Disabling {
  return DISABLING[kind];
}
