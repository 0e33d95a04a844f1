import { readFile, stat } from 'node:fs/promises';
import { gunzipWhole, WHOLE_TEXT } from '../read/gunzip-whole.ts';
import { isObject, type JsonObject, textAt } from '../read/json-object.ts';
import { inflatedHash, sha256 } from './inflated-hash.ts';

/** A log file as a digest lists it. */
export interface ListedLog {
  readonly bucket: string;
  readonly key: string;
  /** SHA-256 of the text in small hexadecimal digits. */
  readonly hash: string;
}

/** What a digest says of the one before it. */
export interface PreviousDigest {
  readonly bucket: string;
  readonly key: string;
  readonly hash: string;
}

/** A digest file. Source: CloudTrail User Guide, "CloudTrail digest file structure". */
export interface Digest {
  readonly bucket: string;
  readonly key: string;
  /** ISO 8601 in UTC, as they are written. */
  readonly start: string;
  readonly end: string;
  readonly fingerprint: string;
  readonly algorithm: string;
  /** SHA-256 of its own text. */
  readonly hash: string;
  /** Absent in the digest that a chain begins with. */
  readonly previous: PreviousDigest | undefined;
  readonly previousSignature: string | undefined;
  readonly logs: readonly ListedLog[];
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const SHA256 = /^[0-9a-f]{64}$/i;

/** The digest in a file, or why there is none. Never throws. */
export async function readDigest(path: string): Promise<Digest | { readonly why: string }> {
  try {
    const isTooLong = (await stat(path)).size > WHOLE_TEXT;
    const text = isTooLong ? undefined : gunzipWhole(await readFile(path));
    if (text === undefined) return { why: await whyNot(path) };
    const value: unknown = JSON.parse(text.toString());
    if (!isObject(value)) return { why: 'it is no JSON object' };
    return digestOf(value, sha256(text));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { why: error instanceof SyntaxError ? 'it is not JSON' : (code ?? String(error)) };
  }
}

async function whyNot(path: string): Promise<string> {
  const answer = await inflatedHash(path);
  return 'why' in answer ? answer.why : 'it is too long for a digest';
}

function digestOf(value: JsonObject, hash: string): Digest | { readonly why: string } {
  const fields = {
    bucket: textAt(value, 'digestS3Bucket'),
    key: textAt(value, 'digestS3Object'),
    start: timeAt(value, 'digestStartTime'),
    end: timeAt(value, 'digestEndTime'),
    fingerprint: textAt(value, 'digestPublicKeyFingerprint'),
  };
  const { bucket, key, start, end, fingerprint } = fields;
  if (!bucket || !key || !start || !end || !fingerprint) return { why: `it has no ${missingOf(fields)}` };
  const previous = previousOf(value);
  if (previous === 'malformed') return { why: 'what it says of the digest before it is not whole' };
  const logs = logsOf(value['logFiles']);
  if (logs === undefined) return { why: 'its list of log files is not whole' };
  return {
    bucket,
    key,
    start,
    end,
    fingerprint,
    algorithm: textAt(value, 'digestSignatureAlgorithm') ?? 'SHA256withRSA',
    hash,
    previous,
    previousSignature: textAt(value, 'previousDigestSignature'),
    logs,
  };
}

function missingOf(fields: Readonly<Record<string, string | undefined>>): string {
  return Object.keys(fields).find((name) => fields[name] === undefined) ?? '';
}

function timeAt(value: JsonObject, name: string): string | undefined {
  const text = textAt(value, name);
  return text !== undefined && TIME.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

function previousOf(value: JsonObject): PreviousDigest | 'malformed' | undefined {
  const bucket = textAt(value, 'previousDigestS3Bucket');
  const key = textAt(value, 'previousDigestS3Object');
  if (bucket === undefined && key === undefined) return undefined;
  const hash = sha256At(value, 'previousDigestHashValue', 'previousDigestHashAlgorithm');
  return bucket === undefined || key === undefined || hash === undefined
    ? 'malformed'
    : { bucket, key, hash };
}

function logsOf(value: unknown): ListedLog[] | undefined {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return undefined;
  const logs: ListedLog[] = [];
  for (const entry of value as unknown[]) {
    if (!isObject(entry)) return undefined;
    const bucket = textAt(entry, 's3Bucket');
    const key = textAt(entry, 's3Object');
    const hash = sha256At(entry, 'hashValue', 'hashAlgorithm');
    if (bucket === undefined || key === undefined || hash === undefined) return undefined;
    logs.push({ bucket, key, hash });
  }
  return logs;
}

function sha256At(value: JsonObject, name: string, algorithm: string): string | undefined {
  const hash = textAt(value, name);
  const by = textAt(value, algorithm) ?? 'SHA-256';
  return hash !== undefined && SHA256.test(hash) && by === 'SHA-256' ? hash.toLowerCase() : undefined;
}
