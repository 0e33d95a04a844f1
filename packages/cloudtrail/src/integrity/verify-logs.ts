import type { IntegrityWindow } from './chain-gaps.ts';
import { type DigestFile, deliveredFiles } from './delivered-files.ts';
import type {
  CheckedFile,
  IntegrityChain,
  IntegrityGap,
  IntegrityReport,
  IntegrityVerdict,
} from './integrity-report.ts';
import { LogChecker } from './log-checker.ts';
import { NeededProof } from './needed-proof.ts';
import { type PublicKeys, readPublicKeys } from './public-keys.ts';
import { readSignatures, type SavedSignatures } from './saved-signatures.ts';
import { verifyChain } from './verify-chain.ts';

export interface VerifyLogsOptions {
  /** Files with answers of `aws cloudtrail list-public-keys`. Without them no signature is checked. */
  readonly publicKeys?: readonly string[];
  /** A file of JSON lines `{key, signature, algorithm}`, beside what lies in `<digest>.signature`. */
  readonly signatures?: string;
  /** The buckets that the folder is a copy of: digests of others are moved. */
  readonly buckets?: readonly string[];
  /** Digests must cover all of it; files that were delivered outside of it are left out. */
  readonly window?: IntegrityWindow;
  readonly onProgress?: (filesDone: number, filesTotal: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Verifies a copy of a trail's bucket, as `aws s3 sync s3://BUCKET DIR` makes it, without AWS: each log file against the
 * digests, each digest against its signature and the digest after it.
 * Source: CloudTrail User Guide, "Custom implementations of CloudTrail log file integrity validation".
 *
 * @throws {LogsMissing} when the folder is not there, or holds no digest and no log file.
 * @throws {LogUnreadable} when a folder cannot be listed.
 * @throws {ProofUnreadable} when a file of keys or signatures cannot be used.
 */
export async function verifyLogs(folder: string, options: VerifyLogsOptions = {}): Promise<IntegrityReport> {
  const { publicKeys = [], signatures: saved, buckets = [], window = {}, onProgress, signal } = options;
  const keys: PublicKeys = await readPublicKeys(publicKeys);
  const signatures: SavedSignatures = saved === undefined ? new Map() : await readSignatures(saved);
  const { digests, logs } = await deliveredFiles(
    folder,
    saved === undefined ? publicKeys : [...publicKeys, saved],
    signal,
  );
  const places = new Set(digests.map(({ place }) => place));
  let done = 0;
  let total = digests.length;
  for (const paths of logs.values()) total += paths.length;
  const advance = () => onProgress?.(++done, total);
  const checker = new LogChecker(logs, advance);
  const needed = new NeededProof();
  const chains: IntegrityChain[] = [];
  const gaps: IntegrityGap[] = [];
  const files: CheckedFile[] = [];
  const isHere = (place: string) => places.has(place);
  const tools = {
    keys,
    signatures,
    buckets,
    signal,
    window,
    logs: checker,
    needed,
    isHere,
    onDigest: advance,
  };
  for (const chain of byChain(digests)) {
    const verified = await verifyChain(chain, tools);
    chains.push(verified.chain);
    gaps.push(...verified.gaps);
    for (const digest of verified.digests) files.push(digest);
  }
  const from = window.from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(window.from);
  const to = window.to === undefined ? Number.POSITIVE_INFINITY : Date.parse(window.to);
  for (const log of checker.results(from, to)) files.push(log);
  onProgress?.(total, total);
  return {
    verdict: verdictOn(chains, files, gaps),
    chains,
    files,
    gaps,
    neededKeys: needed.keys,
    neededSignatures: needed.signatures,
  };
}

function byChain(digests: readonly DigestFile[]): [DigestFile, ...DigestFile[]][] {
  const chains = new Map<string, [DigestFile, ...DigestFile[]]>();
  for (const file of digests) {
    const { account, region, homeRegion, trail, organisation = '', isBackfill } = file;
    const name = [organisation, account, region, homeRegion, trail, isBackfill].join('/');
    const chain = chains.get(name);
    if (chain === undefined) chains.set(name, [file]);
    else chain.push(file);
  }
  return [...chains].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, chain]) => chain);
}

const UNPROVEN: ReadonlySet<string> = new Set(['not-covered', 'signature-unchecked']);

function verdictOn(
  chains: readonly IntegrityChain[],
  files: readonly CheckedFile[],
  gaps: readonly IntegrityGap[],
): IntegrityVerdict {
  let isProven = chains.length > 0 && gaps.length === 0 && chains.every(({ isOpen }) => !isOpen);
  for (const { result, proof } of files) {
    if (UNPROVEN.has(result) || (result === 'valid' && proof !== 'signature')) isProven = false;
    else if (result !== 'valid') return 'broken';
  }
  return isProven && files.length > 0 ? 'whole' : 'not-proven';
}
