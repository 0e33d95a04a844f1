import type { ByteSource } from './byte-source.ts';
import { isGzip } from './gunzip-whole.ts';
import { type GzipBreak, gzipByteOf, inflatedText } from './inflated-text.ts';
import { jsonErrorByte } from './json-error-byte.ts';
import { isBlank } from './line-splitter.ts';
import type { RecordSlice, TextBreak } from './record-splitter.ts';
import { TextShape } from './text-shape.ts';
import { unwrapRecords } from './unwrap-records.ts';

/** Where a file broke: a byte of the file, and of its text where that is what broke. */
export interface LogBreak {
  readonly byte: number;
  readonly textByte?: number;
  readonly why: string;
}

const CHUNK = 1024 * 1024;

/**
 * The values in a file, chunk by chunk, in memory that does not grow with the file. What is whole before a break is
 * read. After a break it goes on only where that is certain: with the next line of JSON lines, and with the next record
 * when the damage is inside of a text that a record was wrapped in.
 *
 * @returns where the file broke first.
 */
export async function* streamedLog(
  source: ByteSource,
  signal?: AbortSignal,
): AsyncGenerator<unknown[], LogBreak | undefined> {
  const compressed = isGzip(await source.read(0, 2));
  const reader = new PieceReader();
  let gzipBreak: GzipBreak | undefined;
  const text = compressed
    ? inflatedText(source, (at) => {
        gzipBreak = at;
      })
    : plainText(source);
  for await (const chunk of text) {
    signal?.throwIfAborted();
    yield reader.push(chunk);
    if (reader.isOver) break;
  }
  if (gzipBreak !== undefined) {
    yield reader.lastLine();
    return reader.first === undefined ? gzipBreak : await placed(source, reader.first, compressed);
  }
  yield reader.end();
  return reader.first && (await placed(source, reader.first, compressed));
}

async function placed(source: ByteSource, at: TextBreak, compressed: boolean): Promise<LogBreak> {
  return { ...at, byte: compressed ? await gzipByteOf(source, at.textByte) : at.textByte };
}

async function* plainText(source: ByteSource): AsyncGenerator<Buffer> {
  for (let at = 0; ; ) {
    const chunk = await source.read(at, CHUNK);
    if (chunk.length === 0) return;
    yield chunk;
    at += chunk.length;
  }
}

/** Parses the pieces of a text, and keeps the first place where it is damaged. */
class PieceReader {
  readonly #shape = new TextShape();
  #isEmpty = true;
  #breaks: TextBreak[] = [];
  /** Whether what follows cannot be read. */
  isOver = false;

  get first(): TextBreak | undefined {
    const [first, ...others] = this.#breaks;
    if (first === undefined || others.length === 0) return first;
    return { ...first, why: `${first.why}, and ${others.length} more like it` };
  }

  push(chunk: Buffer): unknown[] {
    this.#isEmpty &&= isBlank(chunk);
    return this.#read(this.#shape.push(chunk), this.#breaks);
  }

  end(): unknown[] {
    if (this.isOver) return [];
    const values = this.#read(this.#shape.end(), this.#breaks);
    if (this.#isEmpty) this.#breaks.push({ textByte: 0, why: 'the file is empty' });
    return values;
  }

  /** What is left when the text was cut off: a last line that is whole, if any. That the rest is not is known. */
  lastLine(): unknown[] {
    return this.isOver ? [] : this.#read(this.#shape.end(), []);
  }

  #read(slices: readonly RecordSlice[], breaks: TextBreak[]): unknown[] {
    const values: unknown[] = [];
    for (const { start, bytes } of slices) {
      if (this.isOver) break;
      const text = bytes.toString();
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch (error) {
        const at = error instanceof SyntaxError ? jsonErrorByte(text, error) : 0;
        // What is no UTF-8 is longer as text than as bytes.
        breaks.push({ textByte: start + Math.min(at, bytes.length), why: 'a record is not JSON' });
        this.isOver = !this.#shape.isLines;
        continue;
      }
      unwrapRecords(value, values, (why) => breaks.push({ textByte: start, why }));
    }
    const { broken } = this.#shape;
    if (broken !== undefined && !this.isOver) {
      breaks.push(broken);
      this.isOver = true;
    }
    return values;
  }
}
