import { MAX_RECORD_BYTES, type RecordSlice, type TextBreak, type TextSplitter } from './record-splitter.ts';

/** Takes JSON lines apart. JSON has no line break inside of a text, so that each line stands for itself. */
export class LineSplitter implements TextSplitter {
  broken: TextBreak | undefined;
  #parts: Buffer[] = [];
  #partsBytes = 0;
  #before: number;

  /** @param offset Where in the text the first chunk begins. */
  constructor(offset = 0) {
    this.#before = offset;
  }

  push(chunk: Buffer): RecordSlice[] {
    const slices: RecordSlice[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      this.#finish(chunk.subarray(start, end), this.#before + end, slices);
      start = end + 1;
    }
    this.#parts.push(chunk.subarray(start));
    this.#partsBytes += chunk.length - start;
    this.#before += chunk.length;
    if (this.#partsBytes > MAX_RECORD_BYTES)
      this.broken = { textByte: this.#before, why: `a line is longer than ${MAX_RECORD_BYTES} bytes` };
    return slices;
  }

  end(): RecordSlice[] {
    const slices: RecordSlice[] = [];
    this.#finish(EMPTY, this.#before, slices);
    return slices;
  }

  #finish(last: Buffer, end: number, slices: RecordSlice[]): void {
    const bytes = this.#parts.length === 0 ? last : Buffer.concat([...this.#parts, last]);
    this.#parts = [];
    this.#partsBytes = 0;
    if (!isBlank(bytes)) slices.push({ start: end - bytes.length, end, bytes });
  }
}

export function isBlank(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte !== 32 && byte !== 9 && byte !== 13 && byte !== NEWLINE) return false;
  return true;
}

const NEWLINE = 10;
const EMPTY = Buffer.alloc(0);
