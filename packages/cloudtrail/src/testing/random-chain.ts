import fc from 'fast-check';
import { withSession } from './identities.ts';
import { keyId } from './key-id.ts';
import { assumeRole, call, roleIdentity, userIdentity } from './records.ts';

/** What the logs have of the call behind one hop. */
type Kept = 'both copies' | "the role's copy" | 'nothing';

interface Hop {
  readonly account: string;
  readonly region: string;
  readonly kept: Kept;
  /** The caller's copy of a cross-account call leaves out the new key; the shared event id is the join. */
  readonly silent: boolean;
}

export interface Chain {
  /** The user's key, and then one key a hop. */
  readonly keys: readonly string[];
  readonly roles: readonly { role: string; account: string }[];
  readonly records: readonly Record<string, unknown>[];
  /** The gap at which the way back ends, and how many keys lie before it. */
  readonly gap:
    | { readonly kind: 'other-account' | 'issuance-not-in-logs'; readonly before: number }
    | undefined;
}

const USER_ACCOUNT = '111111111111';

/** Chains of one to eight hops over three accounts and two regions. */
export function randomChains({ losses, silent }: { losses: boolean; silent: boolean }): fc.Arbitrary<Chain> {
  const kept: Kept[] = losses ? ['both copies', "the role's copy", 'nothing'] : ['both copies'];
  const hop = fc.record({
    account: fc.constantFrom(USER_ACCOUNT, '222222222222', '333333333333'),
    region: fc.constantFrom('us-east-1', 'eu-central-1'),
    kept: fc.oneof({ weight: 4, arbitrary: fc.constant<Kept>('both copies') }, fc.constantFrom(...kept)),
    silent: silent ? fc.boolean() : fc.constant(false),
  });
  return fc.array(hop, { minLength: 1, maxLength: 8 }).map(chainOf);
}

/** All of the records, some of them again, in any order. */
export function delivered(
  records: readonly Record<string, unknown>[],
): fc.Arbitrary<Record<string, unknown>[]> {
  return fc
    .subarray([...records])
    .chain((again) =>
      fc.shuffledSubarray([...records, ...again], { minLength: records.length + again.length }),
    );
}

/** One hop a minute from a user's key, each logged by the caller's account and, across accounts, by the role's too. */
function chainOf(hops: readonly Hop[]): Chain {
  const user = keyId('AKIA', USER_ACCOUNT, 15);
  const keys = [user];
  const roles: { role: string; account: string }[] = [];
  let caller = userIdentity(user, 'build-bot', USER_ACCOUNT);
  const records = [call(caller, 'GetCallerIdentity', '2026-09-14T07:00:00Z')];
  let gap: Chain['gap'];
  for (const [depth, { account, region, kept, silent }] of hops.entries()) {
    const key = keyId('ASIA', account, depth);
    const role = `Role${depth}`;
    const time = `2026-09-14T08:0${depth}:00Z`;
    const own = assumeRole(caller, { key, role, time, account, region });
    const crosses = caller['accountId'] !== account;
    if (crosses) {
      const shared = { ...own, sharedEventID: `shared-${depth}` };
      const { type: _, arn: __, accessKeyId: ___, sessionContext: ____, ...rest } = caller;
      const theirs = { userIdentity: { ...rest, type: 'AWSAccount' }, recipientAccountId: account };
      if (kept === 'both copies')
        records.push({ ...shared, eventID: `own-${depth}`, ...(silent ? { responseElements: null } : {}) });
      if (kept !== 'nothing') records.push({ ...shared, ...theirs, eventID: `theirs-${depth}` });
    } else if (kept === 'both copies') records.push(own);
    if (kept !== 'both copies') {
      const isElsewhere = crosses && kept !== 'nothing';
      gap = { kind: isElsewhere ? 'other-account' : 'issuance-not-in-logs', before: depth + 1 };
    }
    caller = withSession(roleIdentity(key, role, account), {}, time);
    records.push({ ...call(caller, 'ListBuckets', `2026-09-14T08:0${depth}:30Z`), awsRegion: region });
    keys.push(key);
    roles.push({ role, account });
  }
  return { keys, roles, records, gap };
}
