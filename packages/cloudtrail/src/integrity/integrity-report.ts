/** What stands behind `valid`: a signature of CloudTrail, or only a digest whose own signature was not checked. */
export type Proof = 'signature' | 'hash';

export type LogResult = 'valid' | 'changed' | 'missing' | 'not-covered' | 'unreadable';

export type DigestResult =
  | 'valid'
  /** Nothing speaks against it, and its signature or the key for it is not there. */
  | 'signature-unchecked'
  | 'signature-invalid'
  /** The digest after it has another hash for it. */
  | 'hash-mismatch'
  /** It says that it was delivered to another place. */
  | 'moved'
  | 'missing'
  | 'unreadable';

interface Checked {
  /** As it lies on disk; of a missing one `s3://<bucket>/<key>`. */
  readonly path: string;
  /** Of a valid file. */
  readonly proof: Proof | null;
  readonly why: string | null;
}

export interface CheckedLog extends Checked {
  readonly kind: 'log';
  readonly result: LogResult;
}

export interface CheckedDigest extends Checked {
  readonly kind: 'digest';
  readonly result: DigestResult;
}

export type CheckedFile = CheckedLog | CheckedDigest;

/** The digests of one trail for one account in one region. Backfill digests are a chain of their own. */
export interface IntegrityChain {
  readonly account: string;
  readonly region: string;
  readonly trail: string;
  readonly homeRegion: string;
  readonly organisation: string | null;
  readonly isBackfill: boolean;
  /** Where its digests say that they were delivered. */
  readonly buckets: readonly string[];
  readonly digests: number;
  /** Log files that its digests list. */
  readonly logs: number;
  /** What digests cover that could be used, ISO 8601 in UTC; null when there is none. */
  readonly from: string | null;
  readonly to: string | null;
  /** Whether the oldest digest names one before it that is not here, and it is not known whether it should be. */
  readonly isOpen: boolean;
}

export type GapReason =
  /** The chain begins anew: logging or validation was off. */
  | 'restarted'
  | 'digest-missing'
  /** Digests are there, and cannot be used. */
  | 'digest-unusable'
  /** The window that was asked for begins before the chain. */
  | 'before-chain'
  /** The window that was asked for reaches further than the newest digest. */
  | 'after-chain';

/** A time that no digest covers that could be used. */
export interface IntegrityGap {
  readonly account: string;
  readonly region: string;
  readonly trail: string;
  /** ISO 8601 in UTC; no end is known where the window has none. */
  readonly from: string;
  readonly to: string | null;
  readonly reason: GapReason;
}

/** A region and a time whose public keys are not there. */
export interface NeededKeys {
  readonly region: string;
  /** ISO 8601 in UTC, for `list-public-keys`. */
  readonly from: string;
  readonly to: string;
  readonly fingerprints: readonly string[];
}

/** A digest whose signature is needed from the metadata of its object. */
export interface NeededSignature {
  readonly path: string;
  readonly bucket: string;
  readonly key: string;
}

/**
 * `whole`: every file is valid, proven by signatures. `not-proven`: nothing is wrong, and not all is proven. `broken`: a
 * file is changed, missing, moved, unreadable or wrongly signed.
 */
export type IntegrityVerdict = 'whole' | 'not-proven' | 'broken';

export interface IntegrityReport {
  readonly verdict: IntegrityVerdict;
  readonly chains: readonly IntegrityChain[];
  readonly files: readonly CheckedFile[];
  readonly gaps: readonly IntegrityGap[];
  readonly neededKeys: readonly NeededKeys[];
  readonly neededSignatures: readonly NeededSignature[];
}
