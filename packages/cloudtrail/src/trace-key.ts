import { instanceCredentials } from './instance-credentials.ts';
import type { Issuance } from './issuance.ts';
import type { Lineage, LineageGap, LineageKey, LineageRoot } from './lineage.ts';
import { madeByCall } from './lineage-gaps.ts';
import { issuedKey, seenKey } from './lineage-key.ts';
import { lineageRoles } from './lineage-roles.ts';
import { rootOfIssuance, rootOfKey } from './lineage-root.ts';
import { lineageUsers } from './lineage-users.ts';
import { otherCredentialGaps } from './other-credentials.ts';
import type { LineageSource } from './trail-index.ts';

/**
 * Walks from a key back to where it began, and forward to every key that came from there. The join is the access key
 * id alone: names of roles and sessions are chosen by the caller and prove nothing.
 */
export async function traceKey(key: string, source: LineageSource): Promise<Lineage> {
  const { chain, root, gaps } = await walkBack(key, source);
  const first = chain[0]?.accessKeyId ?? key;
  const instance = await instanceCredentials(root, source);
  const forward = await walkForward(first, instance.issued, source);
  const keys = new Set([...chain, ...forward].map(({ accessKeyId }) => accessKeyId));
  return {
    key,
    chain,
    root,
    gaps: [...gaps, ...instance.gaps, ...(await otherCredentialGaps(keys, source))],
    forward,
    roles: lineageRoles({ chain, forward }),
    users: lineageUsers({ root, chain, forward }),
  };
}

async function walkBack(
  key: string,
  source: LineageSource,
): Promise<{ chain: LineageKey[]; root: LineageRoot; gaps: LineageGap[] }> {
  const chain: LineageKey[] = [];
  const gaps: LineageGap[] = [];
  const seen = new Set<string>();
  let current = key;
  while (true) {
    seen.add(current);
    const issuance = await source.issuanceOf(current);
    if (issuance === undefined) {
      const identity = await source.identityOf(current);
      chain.unshift(seenKey(current, identity));
      return { chain, gaps, root: rootOfKey(current, identity, gaps) };
    }
    chain.unshift(await describe(issuance, source));
    if (issuance.event.name === 'CreateAccessKey') gaps.push(madeByCall(issuance));
    const parent = issuance.event.identity.accessKeyId;
    if (parent === undefined) return { chain, gaps, root: rootOfIssuance(issuance, gaps) };
    if (seen.has(parent)) {
      gaps.push({
        what: `The records say that ${parent} descends from itself`,
        lookup: 'Check the integrity of the logs.',
      });
      const root: LineageRoot = {
        kind: 'unknown',
        name: parent,
        userName: null,
        account: null,
        accessKeyId: parent,
      };
      return { chain, gaps, root };
    }
    current = parent;
  }
}

async function walkForward(
  key: string,
  alsoIssued: readonly Issuance[],
  source: LineageSource,
): Promise<LineageKey[]> {
  const found = new Map<string, LineageKey>();
  const queue = [key];
  const take = async (issuances: readonly Issuance[]): Promise<void> => {
    for (const issuance of issuances) {
      if (issuance.accessKeyId === key || found.has(issuance.accessKeyId)) continue;
      found.set(issuance.accessKeyId, await describe(issuance, source));
      queue.push(issuance.accessKeyId);
    }
  };
  await take(alsoIssued);
  for (let next = queue.shift(); next !== undefined; next = queue.shift())
    await take(await source.issuedBy(next));
  return [...found.values()];
}

/** Asks for the key's own calls only where the issuing call leaves out whose permissions the key has. */
async function describe(issuance: Issuance, source: LineageSource): Promise<LineageKey> {
  const key = issuedKey(issuance);
  const isComplete = key.sessionIssuerArn !== null && key.sessionIssuerArn !== issuance.event.assumedRoleArn;
  return isComplete ? key : issuedKey(issuance, await source.identityOf(issuance.accessKeyId));
}
