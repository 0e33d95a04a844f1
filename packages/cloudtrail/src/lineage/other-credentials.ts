import type { TrailEvent } from '../read/trail-event.ts';
import { compareCalls } from './issuance.ts';
import type { LineageGap } from './lineage.ts';
import { gap, idOf } from './lineage-gaps.ts';
import type { LineageSource } from './lineage-source.ts';
import { lookupCommand, nameOr } from './lookup-command.ts';
import { owningUser } from './owning-user.ts';
import type { TrailCall } from './trail-call.ts';

interface OtherCredential {
  readonly what: string;
  readonly advice: string;
  readonly command: (user: string) => string;
}

const PASSWORD: OtherCredential = {
  what: 'a console password',
  advice: 'Look at the console sign-ins of the user, and what followed',
  command: (user) => lookupCommand('Username', user),
};

/**
 * The calls that give a user a credential other than an access key. What is done with it is not signed by a key that
 * the call names, so that a lineage cannot follow it.
 * Source: IAM API Reference, "CreateLoginProfile", "UpdateLoginProfile", "CreateServiceSpecificCredential".
 */
const CALLS = new Map<string, OtherCredential>([
  ['CreateLoginProfile', PASSWORD],
  ['UpdateLoginProfile', PASSWORD],
  [
    'CreateServiceSpecificCredential',
    {
      what: 'a service-specific credential, which works without an access key',
      advice: 'List what credentials of that sort the user has',
      command: (user) => `aws iam list-service-specific-credentials --user-name=${user}`,
    },
  ],
]);

/** Whether the call gave a user a credential that is no access key. */
export function makesOtherCredential({
  name,
  source,
  errorCode,
}: Pick<TrailEvent, 'name' | 'source' | 'errorCode'>): boolean {
  return (
    CALLS.has(name) && errorCode === undefined && (source === undefined || source === 'iam.amazonaws.com')
  );
}

/** What the keys of a lineage made that the lineage cannot follow. */
export async function otherCredentialGaps(
  keys: Iterable<string>,
  source: LineageSource,
): Promise<LineageGap[]> {
  const calls: TrailCall[] = [];
  for (const key of keys) calls.push(...(await source.otherCredentialsBy(key)));
  return calls.sort(compareCalls).flatMap(gapOf);
}

function gapOf(event: TrailCall): LineageGap[] {
  const credential = CALLS.get(event.name);
  if (credential === undefined) return [];
  const user = event.credentialUser ?? owningUser(event.identity)?.user;
  return [
    gap(
      'other-credential',
      `${event.name} (event ${idOf(event)} of ${event.time}), signed by ${event.identity.accessKeyId ?? 'an unknown key'}, gave user ${user ?? 'unknown'} ${credential.what}; no key id leads on from there`,
      credential.advice,
      credential.command(nameOr(user, 'USER')),
    ),
  ];
}
