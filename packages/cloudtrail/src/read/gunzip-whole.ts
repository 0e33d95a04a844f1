import { gunzipSync } from 'node:zlib';

/** Files whose text is not longer than this are inflated and parsed in one go, which is fastest. */
export const WHOLE_TEXT = 32 * 1024 * 1024;
/** What a gzip stream needs at least, and has at its end: CRC and length of the text. */
const SHORTEST = 18;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The text of a gzip file; nothing when it is damaged, cut off, followed by other bytes, or longer than `WHOLE_TEXT`. */
export function gunzipWhole(bytes: Buffer): Buffer | undefined {
  if (bytes.length < SHORTEST) return undefined;
  // Says how long the text is in a stream of one member, so that it is inflated into one buffer.
  const length = bytes.readUInt32LE(bytes.length - 4);
  if (length > WHOLE_TEXT) return undefined;
  try {
    const chunkSize = Math.max(length, 1024) + 64;
    const { buffer, engine } = gunzipSync(bytes, {
      maxOutputLength: WHOLE_TEXT + 64,
      chunkSize,
      info: true,
    }) as unknown as Inflated;
    return engine.bytesWritten === bytes.length ? buffer : undefined;
  } catch {
    return undefined;
  }
}

interface Inflated {
  readonly buffer: Buffer;
  /** `bytesWritten` is how many bytes of the input were used. */
  readonly engine: { readonly bytesWritten: number };
}
