import type { DigestFile } from './delivered-files.ts';
import type { Digest } from './digest.ts';
import { isSignedBy, SIGNATURE_ALGORITHM } from './digest-signature.ts';
import type { DigestResult, Proof } from './integrity-report.ts';
import { liesWhere } from './object-place.ts';
import type { PublicKeys } from './public-keys.ts';
import type { SavedSignature } from './saved-signatures.ts';

/** What a newer digest says of an older one. */
export interface Link {
  /** The path of the newer one. */
  readonly by: string;
  readonly hash: string;
  readonly signature: string | undefined;
  /** Whether the newer one is proven, only not disproven, or cannot be used. */
  readonly standing: Proof | 'unusable';
}

export interface Judgement {
  readonly result: DigestResult;
  readonly proof: Proof | null;
  readonly why: string | null;
  readonly needsKey: boolean;
  readonly needsSignature: boolean;
}

export interface Evidence {
  readonly keys: PublicKeys;
  /** The buckets that the folder is a copy of; any when there is none. */
  readonly buckets: readonly string[];
  readonly saved: readonly SavedSignature[];
  readonly links: readonly Link[];
}

/** Judges a digest by its place, its signature, and what newer digests say of it. */
export function judgeDigest(file: DigestFile, digest: Digest, evidence: Evidence): Judgement {
  if (!liesWhere(file.whole, digest.key))
    return wrong('moved', `it was delivered as s3://${digest.bucket}/${digest.key}`);
  if (evidence.buckets.length > 0 && !evidence.buckets.includes(digest.bucket))
    return wrong('moved', `it was delivered to the bucket ${digest.bucket}`);
  const signature = judgeSignature(digest, evidence);
  if (signature.state === 'invalid') return wrong('signature-invalid', signature.why);
  const anchors = evidence.links.filter(({ standing }) => standing !== 'unusable');
  const other = anchors.find(({ hash }) => hash !== digest.hash);
  if (other !== undefined) return mismatch(digest, other, signature.state === 'verified');
  if (signature.state === 'verified') return proven(null);
  const anchor = anchors.find(({ standing }) => standing === 'signature');
  if (anchor !== undefined) return proven(`by its hash in ${anchor.by}`);
  return {
    result: 'signature-unchecked',
    proof: null,
    why: signature.why,
    needsKey: !evidence.keys.has(digest.fingerprint),
    needsSignature: signature.state === 'absent',
  };
}

type Signature =
  | { readonly state: 'verified' }
  | { readonly state: 'invalid' | 'absent' | 'unchecked'; readonly why: string };

function judgeSignature(digest: Digest, { keys, saved, links }: Evidence): Signature {
  const linked = links.flatMap(({ signature, by, standing }) =>
    signature === undefined ? [] : [{ signature, by, isTrusted: standing !== 'unusable' }],
  );
  if (saved.length === 0 && linked.length === 0)
    return { state: 'absent', why: 'its signature is only in the metadata of its S3 object' };
  const foreign = [digest, ...saved].find(
    ({ algorithm }) => (algorithm ?? SIGNATURE_ALGORITHM) !== SIGNATURE_ALGORITHM,
  );
  if (foreign !== undefined)
    return { state: 'unchecked', why: `signatures by ${foreign.algorithm} are not known` };
  const key = keys.get(digest.fingerprint);
  if (key === undefined)
    return { state: 'unchecked', why: `the public key ${digest.fingerprint} is not there` };
  if ([...saved, ...linked].some(({ signature }) => isSignedBy(key, digest, signature)))
    return { state: 'verified' };
  if (saved.length > 0)
    return { state: 'invalid', why: 'the signature that was saved from S3 is not its signature' };
  const link = linked.find(({ isTrusted }) => isTrusted);
  if (link !== undefined)
    return { state: 'invalid', why: `the signature in ${link.by} is not its signature` };
  return { state: 'absent', why: 'its signature is only in the metadata of its S3 object' };
}

function wrong(result: DigestResult, why: string): Judgement {
  return { result, proof: null, why, needsKey: false, needsSignature: false };
}

/** A digest that CloudTrail signed stays proven; then it is the newer one that is wrong. */
function mismatch({ hash }: Digest, other: Link, isSigned: boolean): Judgement {
  const why = `its hash is ${hash}; ${other.by} says ${other.hash}`;
  if (!isSigned) return wrong('hash-mismatch', why);
  const proof = 'signature';
  return { ...wrong('hash-mismatch', `${why}, and is wrong, since this one is signed`), proof };
}

function proven(why: string | null): Judgement {
  return { result: 'valid', proof: 'signature', why, needsKey: false, needsSignature: false };
}
