import { createHash } from 'node:crypto';
import { type ByteSource, bytesInMemory, bytesOnDisk } from '../read/byte-source.ts';
import { gunzipWhole, isGzip } from '../read/gunzip-whole.ts';
import { Inflater } from '../read/inflater.ts';

/** Files that are not longer on disk than this are read in one go. */
const WHOLE_FILE = 4 * 1024 * 1024;
/** Of longer ones so much at a time; gzip can inflate it a thousandfold. */
const PIECE = 32 * 1024;
/** What zlib says of bytes behind a stream that are read on their own. The first header is known to be there. */
const NO_HEADER = 'incorrect header check';

/** The SHA-256 of what is in a gzip file in small hexadecimal digits, or why there is none. */
export type InflatedHash =
  | { readonly kind: 'hash'; readonly hash: string }
  /** Bytes follow the gzip stream, so that one reader may see more than another. */
  | { readonly kind: 'trailing'; readonly why: string }
  | { readonly kind: 'broken'; readonly why: string }
  | { readonly kind: 'gone' };

/** Hashes what a gzip file holds, with bounded memory. Never throws but for the signal. */
export async function inflatedHash(path: string, signal?: AbortSignal): Promise<InflatedHash> {
  let source: ByteSource | undefined;
  try {
    source = await bytesOnDisk(path);
    if (source.size > WHOLE_FILE) return await streamedHash(source, signal);
    const bytes = await source.read(0, source.size);
    const text = gunzipWhole(bytes);
    if (text !== undefined) return { kind: 'hash', hash: sha256(text) };
    return await streamedHash(bytesInMemory(bytes), signal);
  } catch (error) {
    signal?.throwIfAborted();
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? { kind: 'gone' } : { kind: 'broken', why: code ?? message };
  } finally {
    await source?.close();
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function streamedHash(source: ByteSource, signal: AbortSignal | undefined): Promise<InflatedHash> {
  if (!isGzip(await source.read(0, 2))) return { kind: 'broken', why: 'it is not gzip' };
  const hash = createHash('sha256');
  const inflater = new Inflater(source.size);
  try {
    let offset = 0;
    while (offset < source.size && !inflater.isOver) {
      signal?.throwIfAborted();
      const piece = await source.read(offset, PIECE);
      if (piece.length === 0) break;
      offset += piece.length;
      for (const text of await inflater.feed(piece)) hash.update(text);
    }
    for (const text of await inflater.finish()) hash.update(text);
    const why = inflater.error?.message;
    if (why !== undefined && why !== NO_HEADER) return { kind: 'broken', why };
    if (why !== undefined || inflater.used < source.size)
      return { kind: 'trailing', why: 'other bytes follow the gzip stream' };
    return { kind: 'hash', hash: hash.digest('hex') };
  } finally {
    inflater.close();
  }
}
