import { instanceCredentials } from './instance-credentials.ts';
import type { Issuance } from './issuance.ts';
import type { Lineage, LineageKey } from './lineage.ts';
import { seenKey } from './lineage-key.ts';
import { lineageRoles } from './lineage-roles.ts';
import type { LineageSource } from './lineage-source.ts';
import { lineageUsers } from './lineage-users.ts';
import { otherCredentialGaps } from './other-credentials.ts';
import { describeKey, walkBack } from './walk-back.ts';

/**
 * Walks from a key back to where it began, and forward to every key that came from there. The join is the access key
 * id alone: names of roles and sessions are chosen by the caller and prove nothing.
 */
export async function traceKey(key: string, source: LineageSource): Promise<Lineage> {
  const { chain, root, gaps } = await walkBack(key, source);
  const first = chain[0]?.accessKeyId ?? key;
  const instance = await instanceCredentials(root, source);
  const delivered = instance.delivered.filter((other) => other !== first);
  const forward = await walkForward(first, instance.issued, delivered, source);
  const keys = new Set([...chain, ...forward].map(({ accessKeyId }) => accessKeyId));
  const others = await otherCredentialGaps(keys, source);
  return {
    key,
    chain,
    root,
    gaps: [...gaps, ...instance.gaps, ...others, ...(source.gaps?.() ?? [])],
    forward,
    roles: lineageRoles({ chain, forward }),
    users: lineageUsers({ root, chain, forward }),
  };
}

async function walkForward(
  key: string,
  issued: readonly Issuance[],
  delivered: readonly string[],
  source: LineageSource,
): Promise<LineageKey[]> {
  const found = new Map<string, LineageKey>();
  const queue = [key];
  const take = async (issuances: readonly Issuance[]): Promise<void> => {
    for (const issuance of issuances) {
      if (issuance.accessKeyId === key || found.has(issuance.accessKeyId)) continue;
      found.set(issuance.accessKeyId, await describeKey(issuance, source));
      queue.push(issuance.accessKeyId);
    }
  };
  for (const other of delivered) {
    found.set(other, seenKey(other, await source.identityOf(other)));
    queue.push(other);
  }
  await take(issued);
  for (let next = queue.shift(); next !== undefined; next = queue.shift())
    await take(await source.issuedBy(next));
  return [...found.values()];
}
