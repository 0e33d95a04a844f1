import { compareTimes } from '../read/trail-time.ts';
import type { Issuance } from './issuance.ts';
import { rootOfIssuance } from './issuance-root.ts';
import type { LineageGap, LineageKey, LineageRoot } from './lineage.ts';
import { descendsFromItself, madeByCall } from './lineage-gaps.ts';
import { issuedKey, seenKey } from './lineage-key.ts';
import { rootOf, rootOfKey } from './lineage-root.ts';
import type { LineageSource } from './lineage-source.ts';
import type { TrailCall } from './trail-call.ts';
import type { TrailCaller } from './trail-caller.ts';

/** A switch of role and the session that it begins are of one moment; the records of it differ by seconds. */
const SAME_MOMENT_MS = 60_000;

/** The way from a key back to its root. */
export interface WayBack {
  /** Oldest first; the key that was asked for is the last. */
  readonly chain: readonly LineageKey[];
  readonly root: LineageRoot;
  readonly gaps: readonly LineageGap[];
}

/** Walks from a key to the key that handed it out, and so on, until no record leads further. */
export async function walkBack(key: string, source: LineageSource): Promise<WayBack> {
  const chain: LineageKey[] = [];
  const gaps: LineageGap[] = [];
  const ended = (root: LineageRoot): WayBack => ({ chain, gaps, root: withSourceIdentity(root, chain) });
  const seen = new Set<string>();
  let current = key;
  while (true) {
    seen.add(current);
    const issuance = await source.issuanceOf(current);
    if (issuance === undefined) {
      const identity = await source.identityOf(current);
      chain.unshift(seenKey(current, identity));
      const switched = await switchOf(identity, source);
      return ended(rootOfKey({ key: current, identity, switched, coverage: source.coverage }, gaps));
    }
    chain.unshift(await describeKey(issuance, source));
    if (issuance.event.name === 'CreateAccessKey') gaps.push(madeByCall(issuance));
    const parent = issuance.event.identity.accessKeyId;
    if (parent === undefined) return ended(rootOfIssuance(issuance, gaps));
    if (seen.has(parent)) {
      gaps.push(descendsFromItself(parent));
      return ended(rootOf({ kind: 'unknown', name: parent, accessKeyId: parent }));
    }
    current = parent;
  }
}

/** Asks for the key's own calls only where the issuing call leaves out whose permissions the key has. */
export async function describeKey(issuance: Issuance, source: LineageSource): Promise<LineageKey> {
  const key = issuedKey(issuance);
  const isComplete = key.sessionIssuerArn !== null && key.sessionIssuerArn !== issuance.event.assumedRoleArn;
  return isComplete ? key : issuedKey(issuance, await source.identityOf(issuance.accessKeyId));
}

/** The switch of role in the console that began a session. Without the moment of both, nothing says that they are one. */
async function switchOf(
  identity: TrailCaller | undefined,
  source: LineageSource,
): Promise<TrailCall | undefined> {
  const { arn, type, sessionCreated } = identity ?? {};
  if (arn === undefined || sessionCreated === undefined || type !== 'AssumedRole') return undefined;
  const switches = (await source.switchesTo?.(arn, sessionCreated)) ?? [];
  return switches.find(({ time }) => Math.abs(compareTimes(time, sessionCreated)) <= SAME_MOMENT_MS);
}

/** Set once, the source identity stays: any session of the chain that has one has it from the root. */
function withSourceIdentity(root: LineageRoot, chain: readonly LineageKey[]): LineageRoot {
  const sourceIdentity = chain.map((key) => key.sourceIdentity).find((name) => name !== null) ?? null;
  return { ...root, sourceIdentity };
}
