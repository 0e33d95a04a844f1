import { compareCalls, type TrailCall } from './issuance.ts';
import type { LineageGap } from './lineage.ts';
import { idOf, userOr } from './lineage-gaps.ts';
import { owningUser } from './owning-user.ts';
import type { LineageSource } from './trail-index.ts';

interface OtherCredential {
  readonly what: string;
  readonly lookup: (user: string) => string;
}

const PASSWORD: OtherCredential = {
  what: 'a console password',
  lookup: (user) =>
    `aws cloudtrail lookup-events --lookup-attributes AttributeKey=Username,AttributeValue=${user} (console sign-ins and what followed), and: aws iam get-login-profile --user-name=${user}`,
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
      lookup: (user) => `aws iam list-service-specific-credentials --user-name=${user}`,
    },
  ],
]);

/** Whether the call gave a user a credential that is no access key. */
export function makesOtherCredential({ name, source, errorCode }: TrailCall): boolean {
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
    {
      what: `${event.name} (event ${idOf(event)} of ${event.time}), signed by ${event.identity.accessKeyId ?? 'an unknown key'}, gave user ${user ?? 'unknown'} ${credential.what}; no key id leads on from there`,
      lookup: credential.lookup(userOr(user)),
    },
  ];
}
