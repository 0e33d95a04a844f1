import type { Lineage, LineageKey } from '@firebreak/cloudtrail';

/** A key, and the keys that it handed out. */
export interface KeyNode {
  readonly key: LineageKey;
  readonly issued: readonly KeyNode[];
}

/**
 * The keys of a lineage below those that handed them out, oldest first; the top has no issuer among them.
 *
 * @param withForward Also the keys that are not on the way to the key that was asked for.
 */
export function lineageTree({ chain, forward }: Lineage, withForward: boolean): KeyNode[] {
  const keys = new Map<string, LineageKey>();
  for (const key of withForward ? [...chain, ...forward] : chain)
    if (!keys.has(key.accessKeyId)) keys.set(key.accessKeyId, key);
  const below = new Map<string | null, LineageKey[]>();
  const [first] = chain;
  for (const key of keys.values()) {
    // The chain's first key is the top, even where damaged records say that it has an issuer.
    const isTop = key === first || key.issuedBy === null || !keys.has(key.issuedBy);
    const issuer = isTop ? null : key.issuedBy;
    const siblings = below.get(issuer);
    if (siblings === undefined) below.set(issuer, [key]);
    else siblings.push(key);
  }
  const nodesBelow = (issuer: string | null): KeyNode[] =>
    (below.get(issuer) ?? []).map((key) => ({ key, issued: nodesBelow(key.accessKeyId) }));
  return nodesBelow(null);
}
