import { parseArn, readAccessKey } from '@firebreak/iam';
import { isIdentityCenterRole, roleOfCaller, sessionOfCaller } from './identity-center.ts';
import type { LineageGap, LineageRoot } from './lineage.ts';
import { neverSeen } from './lineage-gaps.ts';
import type { LineageCoverage } from './lineage-source.ts';
import { owningUser, userNameOfArn } from './owning-user.ts';
import type { TrailCall } from './trail-call.ts';
import type { TrailCaller } from './trail-caller.ts';
import { unissuedGap } from './unissued-gap.ts';

/** A key that no record hands out, and what the source has on it. */
export interface SeenKey {
  readonly key: string;
  readonly identity: TrailCaller | undefined;
  /** The switch of role in the console that began its session. */
  readonly switched: TrailCall | undefined;
  readonly coverage: LineageCoverage | undefined;
}

/** A root of which only some is known. */
export function rootOf(known: Pick<LineageRoot, 'kind' | 'name'> & Partial<LineageRoot>): LineageRoot {
  return {
    userName: null,
    account: null,
    accessKeyId: null,
    provider: null,
    userId: null,
    sourceIdentity: null,
    ...known,
  };
}

/** The root behind a key that no record in the source handed out. Adds the gap, if it is one. */
export function rootOfKey(seen: SeenKey, gaps: LineageGap[]): LineageRoot {
  const { key, identity, coverage } = seen;
  const { kind, accountId = null } = readAccessKey(key);
  if (identity === undefined) {
    gaps.push(neverSeen(key, coverage));
    return rootOf({
      kind: kind === 'long-term' ? 'long-term-key' : 'unknown',
      name: key,
      account: accountId,
      accessKeyId: key,
    });
  }
  const owner = owningUser(identity);
  const userName = owner?.user ?? null;
  const account = owner?.account ?? identity.accountId ?? accountId;
  const holder = { userName, account, accessKeyId: key };
  if (kind === 'long-term') {
    if (identity.type === 'Root')
      return rootOf({ kind: 'root-user-key', name: 'root user', account, accessKeyId: key });
    return rootOf({ kind: 'long-term-key', name: userName ?? identity.arn ?? key, ...holder });
  }
  gaps.push(unissuedGap({ ...seen, identity }));
  if (userName !== null) return rootOf({ kind: 'iam-user', name: userName, ...holder });
  return sessionRoot(seen, identity, account);
}

/** What a session's own calls say of where it came from, when the call that began it is not known. */
function sessionRoot({ key, switched }: SeenKey, identity: TrailCaller, account: string | null): LineageRoot {
  const session = sessionOfCaller(identity);
  const userId = identity.onBehalfOfUserId ?? null;
  const own = { account, accessKeyId: key, userId };
  if (identity.type === 'Root' && identity.assumedRoot === undefined)
    return rootOf({ kind: 'root-user', name: 'root user', ...own });
  if (identity.ec2RoleDelivery !== undefined && session?.startsWith('i-'))
    return rootOf({ kind: 'ec2-instance', name: session, ...own });
  if (switched?.switchedFrom !== undefined) return rootOfSwitch(switched.switchedFrom, userId);
  if (isIdentityCenterRole(roleOfCaller(identity)))
    return rootOf({ kind: 'identity-center-user', name: session ?? userId ?? key, ...own });
  if (identity.identityProvider !== undefined) {
    const name = identity.federatedSubject ?? session ?? key;
    return rootOf({ kind: 'web-identity-user', name, provider: identity.identityProvider, ...own });
  }
  return rootOf({ kind: 'unknown', name: identity.arn ?? key, ...own });
}

/** Whom a person was in the console before the switch of role. */
function rootOfSwitch(from: string, userId: string | null): LineageRoot {
  const account = parseArn(from)?.accountId || null;
  const user = userNameOfArn(from);
  if (user !== undefined) return rootOf({ kind: 'iam-user', name: user, userName: user, account });
  const [, role, session] = parseArn(from)?.resource.split('/') ?? [];
  if (isIdentityCenterRole(role) && session)
    return rootOf({ kind: 'identity-center-user', name: session, account, userId });
  return rootOf({ kind: 'unknown', name: from, account, userId });
}
