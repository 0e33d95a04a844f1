import type { DigestFile } from './delivered-files.ts';
import { type Digest, readDigest } from './digest.ts';
import { type Judgement, judgeDigest, type Link } from './digest-judge.ts';
import { placeInTrail } from './object-place.ts';
import type { PublicKeys } from './public-keys.ts';
import { type SavedSignature, type SavedSignatures, signatureBeside } from './saved-signatures.ts';

export interface WalkOptions {
  readonly keys: PublicKeys;
  readonly signatures: SavedSignatures;
  readonly buckets: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/** A digest file with what was found about it. */
export interface JudgedDigest extends Judgement {
  readonly file: DigestFile;
  /** Absent when it cannot be read. */
  readonly digest: Digest | undefined;
  /** Whether what it says counts: it is signed, or nothing speaks against it. */
  readonly isUsable: boolean;
}

/**
 * Goes through the digests of one chain from the newest to the oldest, since a digest holds hash and signature of the
 * one before it. One digest is in memory at a time.
 */
export async function* walkChain(
  files: readonly DigestFile[],
  { keys, signatures, buckets, signal }: WalkOptions,
): AsyncGenerator<JudgedDigest> {
  const links = new Map<string, Link[]>();
  for (const file of [...files].sort((a, b) => b.end - a.end)) {
    signal?.throwIfAborted();
    const digest = await readDigest(file.path);
    if ('why' in digest) {
      yield unreadable(file, digest.why);
      continue;
    }
    const saved = await savedFor(file, signatures);
    const evidence = { keys, buckets, saved, links: links.get(file.place) ?? [] };
    const judgement = judgeDigest(file, digest, evidence);
    const isUsable = judgement.proof === 'signature' || judgement.result === 'signature-unchecked';
    const { previous, previousSignature: signature } = digest;
    if (previous !== undefined) {
      const standing = isUsable ? (judgement.proof ?? 'hash') : 'unusable';
      const place = placeInTrail(previous.key);
      const link: Link = { by: file.path, hash: previous.hash, signature, standing };
      links.set(place, [...(links.get(place) ?? []), link]);
    }
    yield { ...judgement, file, digest, isUsable };
  }
}

async function savedFor(file: DigestFile, signatures: SavedSignatures): Promise<SavedSignature[]> {
  const beside = await signatureBeside(file.path);
  return [...(beside === undefined ? [] : [beside]), ...(signatures.get(file.place) ?? [])];
}

function unreadable(file: DigestFile, why: string): JudgedDigest {
  const judgement = {
    result: 'unreadable',
    proof: null,
    why,
    needsKey: false,
    needsSignature: false,
  } as const;
  return { ...judgement, file, digest: undefined, isUsable: false };
}
