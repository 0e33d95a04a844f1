import type { FilePart } from './file-part.ts';

const NONE = -1;

/** A record that was kept as bytes, and the file that it is from. */
export interface KeptRecord {
  readonly file: number;
  readonly text: Buffer;
}

interface KeptPart {
  readonly file: number;
  readonly texts: Buffer;
  readonly ends: Uint32Array;
  /** The number of its first record among all records. */
  readonly first: number;
}

/** The records that a lineage may need, as bytes, and where to find them by their marks. */
export class KeptRecords {
  readonly #parts: KeptPart[] = [];
  /** Of each record: its part. */
  readonly #partOf: number[] = [];
  /** Chains of places in `#linked`, one a mark. */
  readonly #heads = new Map<number, number>();
  readonly #linked: number[] = [];
  readonly #nexts: number[] = [];
  readonly #taken = new Set<number>();
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  add({ file, texts, ends, marks, markEnds }: FilePart): void {
    if (ends.length === 0) return;
    const first = this.#partOf.length;
    const bytes = Buffer.from(texts.buffer, texts.byteOffset, texts.byteLength);
    this.#parts.push({ file, texts: bytes, ends, first });
    let next = 0;
    for (const [index, end] of markEnds.entries()) {
      this.#partOf.push(this.#parts.length - 1);
      for (; next < end; next += 1) this.#link(marks[next] ?? 0, first + index);
    }
    this.#bytes += texts.byteLength;
  }

  /** The records that bear a mark; each record is given out once, whatever it is asked for by. */
  take(mark: number): KeptRecord[] {
    const found: KeptRecord[] = [];
    for (let at = this.#heads.get(mark) ?? NONE; at !== NONE; at = this.#nexts[at] ?? NONE)
      this.#takeOne(this.#linked[at] ?? NONE, found);
    return found;
  }

  /** The records that hold a text anywhere. */
  takeWith(text: string): KeptRecord[] {
    const found: KeptRecord[] = [];
    for (const { texts, ends, first } of this.#parts) {
      if (!texts.includes(text)) continue;
      for (const [index, end] of ends.entries())
        if (texts.subarray(ends[index - 1] ?? 0, end).includes(text)) this.#takeOne(first + index, found);
    }
    return found;
  }

  #link(mark: number, record: number): void {
    this.#nexts.push(this.#heads.get(mark) ?? NONE);
    this.#heads.set(mark, this.#linked.length);
    this.#linked.push(record);
  }

  #takeOne(record: number, into: KeptRecord[]): void {
    const part = this.#parts[this.#partOf[record] ?? NONE];
    if (part === undefined || this.#taken.has(record)) return;
    this.#taken.add(record);
    const index = record - part.first;
    into.push({ file: part.file, text: part.texts.subarray(part.ends[index - 1] ?? 0, part.ends[index]) });
  }
}
