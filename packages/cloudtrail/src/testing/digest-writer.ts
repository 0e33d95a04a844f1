import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { stringToSign } from '../integrity/digest-signature.ts';

/** A key pair as CloudTrail has one a region. */
export interface DigestKey {
  readonly fingerprint: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** An object of the trail's bucket. */
export interface DeliveredObject {
  readonly bucket: string;
  readonly key: string;
  readonly body: Buffer;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Where a trail delivers to. */
export interface TrailPlace {
  readonly bucket: string;
  /** In front of `AWSLogs/`, with `/` at its end. */
  readonly prefix?: string;
  readonly organisation?: string;
  readonly account: string;
  readonly region: string;
  readonly homeRegion?: string;
  readonly trail: string;
}

export interface WrittenDigest extends DeliveredObject {
  readonly hash: string;
  readonly signature: string;
}

export interface DigestInput {
  readonly place: TrailPlace;
  readonly key: DigestKey;
  readonly start: Date;
  readonly end: Date;
  readonly logs: readonly DeliveredObject[];
  /** Absent in the digest that a chain begins with. */
  readonly previous?: WrittenDigest | undefined;
  readonly isBackfill?: boolean;
}

export function digestKey(): DigestKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = publicKey.export({ format: 'der', type: 'pkcs1' });
  return { privateKey, publicKey, fingerprint: createHash('md5').update(der).digest('hex') };
}

/** The answer of `aws cloudtrail list-public-keys`. */
export function listedKeys(keys: readonly DigestKey[], type: 'pkcs1' | 'spki' = 'pkcs1'): object {
  return {
    PublicKeyList: keys.map(({ fingerprint, publicKey }) => ({
      Fingerprint: fingerprint,
      Value: publicKey.export({ format: 'der', type }).toString('base64'),
      ValidityStartTime: '2026-09-01T00:00:00Z',
      ValidityEndTime: '2026-10-01T00:00:00Z',
    })),
  };
}

/** A log file as CloudTrail delivers it. */
export function deliveredLog(
  place: TrailPlace,
  at: Date,
  unique: string,
  records: readonly unknown[] = [],
): DeliveredObject {
  const name = `${place.account}_CloudTrail_${place.region}_${basic(at).slice(0, 13)}Z_${unique}.json.gz`;
  return {
    bucket: place.bucket,
    key: `${folder(place, 'CloudTrail', at)}/${name}`,
    body: gzipSync(JSON.stringify({ Records: records })),
    metadata: {},
  };
}

/** Source: CloudTrail User Guide, "CloudTrail digest file structure". */
export function writeDigest({
  place,
  key: { fingerprint, privateKey },
  start,
  end,
  logs,
  previous,
  isBackfill = false,
}: DigestInput): WrittenDigest {
  const { account, region, trail, homeRegion = region, bucket } = place;
  const name = `${account}_CloudTrail-Digest_${region}_${trail}_${homeRegion}_${basic(end)}${isBackfill ? '_backfill' : ''}.json.gz`;
  const key = `${folder(place, 'CloudTrail-Digest', end)}/${name}`;
  const text = JSON.stringify({
    awsAccountId: account,
    digestStartTime: extended(start),
    digestEndTime: extended(end),
    digestS3Bucket: bucket,
    digestS3Object: key,
    digestPublicKeyFingerprint: fingerprint,
    digestSignatureAlgorithm: 'SHA256withRSA',
    newestEventTime: null,
    oldestEventTime: null,
    previousDigestS3Bucket: previous?.bucket ?? null,
    previousDigestS3Object: previous?.key ?? null,
    previousDigestHashValue: previous?.hash ?? null,
    previousDigestHashAlgorithm: previous === undefined ? null : 'SHA-256',
    previousDigestSignature: previous?.signature ?? null,
    logFiles: logs.map(({ bucket: s3Bucket, key: s3Object, body }) => ({
      s3Bucket,
      s3Object,
      hashValue: sha256(gunzipSync(body)),
      hashAlgorithm: 'SHA-256',
      newestEventTime: extended(end),
      oldestEventTime: extended(start),
    })),
  });
  const hash = sha256(Buffer.from(text));
  const signed = stringToSign({
    end: extended(end),
    bucket,
    key,
    hash,
    previousSignature: previous?.signature,
  });
  const signature = sign('sha256', Buffer.from(signed), privateKey).toString('hex');
  const metadata = {
    signature,
    'signature-algorithm': 'SHA256withRSA',
    ...(isBackfill ? { 'backfill-generation-timestamp': extended(end) } : {}),
  };
  return { bucket, key, body: gzipSync(text), metadata, hash, signature };
}

/** Writes objects as `aws s3 sync` leaves them: without their metadata. */
export function syncObjects(objects: Iterable<DeliveredObject>, directory: string): void {
  for (const { key, body } of objects) {
    const path = join(directory, key);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, body);
  }
}

function folder({ prefix = '', organisation, account, region }: TrailPlace, kind: string, at: Date): string {
  const day = extended(at).slice(0, 10).replaceAll('-', '/');
  const above = organisation === undefined ? '' : `${organisation}/`;
  return `${prefix}AWSLogs/${above}${account}/${kind}/${region}/${day}`;
}

function extended(at: Date): string {
  return at.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** `yyyymmddThhmmssZ` */
function basic(at: Date): string {
  return extended(at).replaceAll(/[-:]/g, '');
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
