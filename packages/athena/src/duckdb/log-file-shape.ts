import { open } from 'node:fs/promises';
import { constants, gunzipSync } from 'node:zlib';
import type { LogFile } from '@firebreak/cloudtrail';
import { deliveryPlace } from './delivery-path.ts';

/** `delivery` is what a trail puts into its bucket, and DuckDB reads. Anything else takes the way through Node.js. */
export type LogFileShape = 'delivery' | 'other';

const DELIVERY_NAME = /_CloudTrail_[a-z0-9-]+_\d{8}T\d{4}Z_[^/\\]*\.json(?:\.gz)?$/;
const DELIVERY_BEGIN = /^\uFEFF?\s*\{\s*"Records"\s*:\s*\[/;
const GZIP_NAME = /\.gz$/i;
/** DuckDB goes by the end of the name. */
const DUCKDB_NAME = /\.json(?:\.gz)?$/;
const PEEKED_BYTES = 4_096;
/** The shortest delivery, `{"Records":[]}`, is longer when it is compressed. */
const SHORTEST_GZIP = 32;
/**
 * The longest text of a delivery that DuckDB reads; a longer one goes through the reader of `cloudtrail`, which takes it
 * piece by piece. CloudTrail's own files are some megabytes.
 */
export const LONGEST_DELIVERY = 16 * 1_024 * 1_024;
/** No text of records is packed more tightly, so that shorter files need no look at what they unpack to. */
const TIGHTEST_GZIP = 100;

/**
 * What a file seems to hold. One with the name and the place of a delivery is taken for one without a look; of others
 * the first bytes are read. A wrong guess shows when DuckDB reads the file.
 */
export async function logFileShape({ path, bytes }: LogFile): Promise<LogFileShape> {
  const gzip = GZIP_NAME.test(path);
  if (!DUCKDB_NAME.test(path) || bytes < (gzip ? SHORTEST_GZIP : 2)) return 'other';
  if (await isTooLong(path, { bytes, gzip })) return 'other';
  if (DELIVERY_NAME.test(path) && deliveryPlace(path) !== undefined) return 'delivery';
  const begin = await firstText(path, gzip).catch(() => '');
  return DELIVERY_BEGIN.test(begin) ? 'delivery' : 'other';
}

async function isTooLong(path: string, { bytes, gzip }: { bytes: number; gzip: boolean }): Promise<boolean> {
  if (!gzip) return bytes > LONGEST_DELIVERY;
  if (bytes * TIGHTEST_GZIP <= LONGEST_DELIVERY) return false;
  return (await unpackedBytes(path, bytes).catch(() => 0)) > LONGEST_DELIVERY;
}

/** What the last four bytes of a gzip file say of its text (RFC 1952, "ISIZE"). */
async function unpackedBytes(path: string, bytes: number): Promise<number> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(4), position: bytes - 4 });
    return bytesRead === 4 ? buffer.readUInt32LE() : 0;
  } finally {
    await file.close();
  }
}

async function firstText(path: string, gzip: boolean): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(PEEKED_BYTES) });
    const bytes = buffer.subarray(0, bytesRead);
    // What is there so far, though the stream goes on.
    return (gzip ? gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }) : bytes).toString('utf8');
  } finally {
    await file.close();
  }
}
