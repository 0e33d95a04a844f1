import type { ByteSource } from './byte-source.ts';
import { Inflater } from './inflater.ts';

/** Where a gzip stream broke, as a byte of it. */
export interface GzipBreak {
  readonly byte: number;
  readonly why: string;
}

/** A stream is fed in pieces of the first size. The piece that breaks it is fed again in smaller ones, byte by byte at last. */
const PIECES = [64 * 1024, 256, 1] as const;
const BLOCK = PIECES[0];

interface Start {
  /** Where pieces of the size begin; all before is fed in blocks. */
  readonly offset: number;
  readonly level: number;
  /** Bytes of text that came already. */
  readonly delivered: number;
}

/** The text of a gzip stream in chunks, all of it that is whole, also of a stream that breaks. */
export async function* inflatedText(
  source: ByteSource,
  onBreak: (at: GzipBreak) => void,
  { offset, level, delivered }: Start = { offset: 0, level: 0, delivered: 0 },
): AsyncGenerator<Buffer> {
  const inflater = new Inflater(source.size);
  let inflated = 0;
  let given = delivered;
  const fresh = function* (chunks: readonly Buffer[]): Generator<Buffer> {
    for (const chunk of chunks) {
      inflated += chunk.length;
      if (inflated > given) yield chunk.subarray(Math.max(0, chunk.length - (inflated - given)));
      given = Math.max(given, inflated);
    }
  };
  try {
    for await (const piece of pieces(source, offset, PIECES[level] ?? 1)) {
      const chunks = await inflater.feed(piece.bytes);
      if (inflater.error !== undefined && level < PIECES.length - 1) {
        yield* inflatedText(source, onBreak, { offset: piece.offset, level: level + 1, delivered: given });
        return;
      }
      yield* fresh(chunks);
      if (inflater.error !== undefined)
        return onBreak({ byte: piece.offset, why: whyOf(inflater.error, piece.offset) });
      if (inflater.isOver) return onBreak({ byte: inflater.used, why: 'other bytes follow the gzip stream' });
    }
    yield* fresh(await inflater.finish());
    if (inflater.error !== undefined) onBreak({ byte: source.size, why: 'the gzip stream is cut off' });
  } finally {
    inflater.close();
  }
}

/** The byte of a gzip stream that a byte of its text comes out with. */
export async function gzipByteOf(source: ByteSource, textByte: number): Promise<number> {
  let offset = 0;
  for (const size of PIECES) {
    const found = await pieceOf(source, textByte, offset, size);
    if (found === undefined) return source.size;
    offset = found;
  }
  return offset;
}

async function pieceOf(
  source: ByteSource,
  textByte: number,
  offset: number,
  size: number,
): Promise<number | undefined> {
  const inflater = new Inflater(source.size);
  let inflated = 0;
  try {
    for await (const piece of pieces(source, offset, size)) {
      for (const chunk of await inflater.feed(piece.bytes)) inflated += chunk.length;
      if (inflated > textByte) return Math.max(piece.offset, offset);
      if (inflater.isOver) return undefined;
    }
    return undefined;
  } finally {
    inflater.close();
  }
}

async function* pieces(
  source: ByteSource,
  from: number,
  size: number,
): AsyncGenerator<{ readonly offset: number; readonly bytes: Buffer }> {
  for (let at = 0; ; ) {
    const block = await source.read(at, at < from ? Math.min(BLOCK, from - at) : BLOCK);
    if (block.length === 0) return;
    const step = at < from ? block.length : size;
    for (let inner = 0; inner < block.length; inner += step)
      yield { offset: at + inner, bytes: block.subarray(inner, inner + step) };
    at += block.length;
  }
}

function whyOf({ message }: Error, byte: number): string {
  if (message === 'incorrect data check' || message === 'incorrect length check')
    return 'the checksum of the gzip stream is wrong, so that what was read from it may be, too';
  if (message === 'incorrect header check' && byte > 1) return 'other bytes follow the gzip stream';
  return 'the gzip stream is damaged';
}
