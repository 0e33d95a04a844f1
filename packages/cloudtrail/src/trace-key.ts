import type { Lineage, LineageGap, LineageKey, LineageRoot } from './lineage.ts';
import { issuedKey, seenKey } from './lineage-key.ts';
import { rootOfIssuance, rootOfKey } from './lineage-root.ts';
import type { LineageSource } from './trail-index.ts';

/** A role chain is refreshed for ever by hopping; a real one is short. This only stops a made-up loop. */
const LONGEST_CHAIN = 64;

/**
 * Walks from a key back to where it began, and forward to every session that came from there. The join is the access
 * key id alone: names of roles and sessions are chosen by the caller and prove nothing.
 */
export async function traceKey(key: string, source: LineageSource): Promise<Lineage> {
  const { chain, root, gaps } = await walkBack(key, source);
  const first = chain[0]?.accessKeyId ?? key;
  return { key, chain, root, gaps, forward: await walkForward(first, source) };
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
    chain.unshift(issuedKey(issuance));
    const parent = issuance.event.identity.accessKeyId;
    if (parent === undefined) return { chain, gaps, root: rootOfIssuance(issuance, gaps) };
    if (seen.has(parent) || chain.length >= LONGEST_CHAIN) {
      gaps.push({
        what: `The records say that ${parent} descends from itself`,
        lookup: 'Check the integrity of the logs.',
      });
      return { chain, gaps, root: { kind: 'unknown', name: parent, userName: null, accessKeyId: parent } };
    }
    current = parent;
  }
}

async function walkForward(key: string, source: LineageSource): Promise<LineageKey[]> {
  const found = new Map<string, LineageKey>();
  const queue = [key];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const issuance of await source.issuedBy(next)) {
      if (issuance.accessKeyId === key || found.has(issuance.accessKeyId)) continue;
      found.set(issuance.accessKeyId, issuedKey(issuance));
      queue.push(issuance.accessKeyId);
    }
  }
  return [...found.values()];
}
