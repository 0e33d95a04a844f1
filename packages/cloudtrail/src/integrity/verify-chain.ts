import { type CoveredHour, chainGaps, type IntegrityWindow } from './chain-gaps.ts';
import type { DigestFile } from './delivered-files.ts';
import type { CheckedDigest, IntegrityChain, IntegrityGap } from './integrity-report.ts';
import type { LogChecker } from './log-checker.ts';
import type { NeededProof } from './needed-proof.ts';
import { placeInTrail } from './object-place.ts';
import { type JudgedDigest, type WalkOptions, walkChain } from './walk-chain.ts';

export interface VerifiedChain {
  readonly chain: IntegrityChain;
  readonly digests: readonly CheckedDigest[];
  readonly gaps: readonly IntegrityGap[];
}

export interface ChainTools extends WalkOptions {
  readonly window: IntegrityWindow;
  readonly logs: LogChecker;
  readonly needed: NeededProof;
  /** Whether a digest file is here, by its place in the trail. */
  readonly isHere: (place: string) => boolean;
  readonly onDigest: () => void;
}

/** The hour after the window, whose digest may list what was delivered at its end. */
const HOUR = 3_600_000;

/** Judges all digests of a chain, and the log files that they list. */
export async function verifyChain(
  files: readonly [DigestFile, ...DigestFile[]],
  tools: ChainTools,
): Promise<VerifiedChain> {
  const { from, to } = tools.window;
  const earliest = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from);
  const latest = to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to) + HOUR;
  const oldest = files.reduce((least, { end }) => Math.min(least, end), Number.POSITIVE_INFINITY);
  const digests: CheckedDigest[] = [];
  const hours: CoveredHour[] = [];
  const buckets = new Set<string>();
  let listed = 0;
  let isOpen = false;
  const inReach = files.filter(({ end }) => end > earliest);
  for await (const judged of walkChain(inReach, tools)) {
    tools.onDigest();
    const { file, digest, isUsable, result, proof, why } = judged;
    // Newer digests are read for what they say of older ones.
    if (file.end > latest) continue;
    digests.push({ kind: 'digest', path: file.path, result, proof, why });
    tools.needed.add(judged);
    listed += digest?.logs.length ?? 0;
    if (digest === undefined || !isUsable) {
      for (const log of digest?.logs ?? []) tools.logs.doubt(log, file.path);
      continue;
    }
    const before = beforeOf(judged, tools.isHere);
    hours.push({ start: digest.start, end: digest.end, before });
    buckets.add(digest.bucket);
    if (before === 'missing' && digest.previous !== undefined) {
      const isOldest = file.end === oldest;
      // A window says how far back digests must be there; otherwise older ones that are there do.
      const isExpected =
        from === undefined || file.isBackfill ? !isOldest : Date.parse(digest.start) > earliest;
      if (isExpected) digests.push(missing(digest.previous, file));
      else if (from === undefined && !file.isBackfill) isOpen = true;
    }
    for (const log of digest.logs) {
      tools.signal?.throwIfAborted();
      await tools.logs.check(log, proof ?? 'hash', tools.signal);
    }
  }
  const first = files[0];
  const without =
    digests.length > 0 ? 'digest-unusable' : inReach.length > 0 ? 'before-chain' : 'after-chain';
  const gaps = first.isBackfill ? [] : chainGaps(first, hours, tools.window, without);
  return { chain: chainOf(first, digests.length, listed, hours, isOpen, [...buckets].sort()), digests, gaps };
}

function beforeOf({ digest }: JudgedDigest, isHere: ChainTools['isHere']): CoveredHour['before'] {
  if (digest?.previous === undefined) return 'none';
  return isHere(placeInTrail(digest.previous.key)) ? 'here' : 'missing';
}

function missing({ bucket, key }: { bucket: string; key: string }, { path }: DigestFile): CheckedDigest {
  const why = `${path} names it, and it is not here`;
  return { kind: 'digest', path: `s3://${bucket}/${key}`, result: 'missing', proof: null, why };
}

function chainOf(
  { account, region, trail, homeRegion, organisation, isBackfill }: DigestFile,
  digests: number,
  logs: number,
  hours: readonly CoveredHour[],
  isOpen: boolean,
  buckets: readonly string[],
): IntegrityChain {
  const earliest = hours.reduce<string | null>(
    (least, { start }) => (least === null || Date.parse(start) < Date.parse(least) ? start : least),
    null,
  );
  const latest = hours.reduce<string | null>(
    (most, { end }) => (most === null || Date.parse(end) > Date.parse(most) ? end : most),
    null,
  );
  const name = { account, region, trail, homeRegion, organisation: organisation ?? null, isBackfill };
  return { ...name, buckets, digests, logs, from: earliest, to: latest, isOpen };
}
