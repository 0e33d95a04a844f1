import { type KeyObject, verify } from 'node:crypto';
import type { Digest } from './digest.ts';

/** The only one that CloudTrail uses. */
export const SIGNATURE_ALGORITHM = 'SHA256withRSA';
const HEX = /^(?:[0-9a-f]{2})+$/i;

/**
 * What CloudTrail signs: end, place, hash of the text, and the signature of the digest before.
 * Source: CloudTrail User Guide, "Custom implementations of CloudTrail log file integrity validation".
 */
export function stringToSign({ end, bucket, key, hash, previousSignature }: SignedParts): string {
  return `${end}\n${bucket}/${key}\n${hash}\n${previousSignature ?? 'null'}`;
}

export type SignedParts = Pick<Digest, 'end' | 'bucket' | 'key' | 'hash' | 'previousSignature'>;

/** Whether a signature in hexadecimal digits is the digest's, by RSA PKCS #1 v1.5 over SHA-256. */
export function isSignedBy(key: KeyObject, digest: SignedParts, signature: string): boolean {
  if (!HEX.test(signature)) return false;
  return verify('sha256', Buffer.from(stringToSign(digest)), key, Buffer.from(signature, 'hex'));
}
