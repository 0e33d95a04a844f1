import type { BrokenLog } from '../read/broken-log.ts';
import { compareTimes } from '../read/trail-time.ts';

/** What was found in a file, or in a part of a long one. It goes from thread to thread. */
export interface FilePart {
  /** The file's place in the list that is searched. */
  readonly file: number;
  /** The records, one behind the other, and where each of them ends. */
  readonly texts: Uint8Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
  /** Marks of the records, one behind the other, and where those of each record end; see `markOf`. */
  readonly marks: Uint32Array<ArrayBuffer>;
  readonly markEnds: Uint32Array<ArrayBuffer>;
  /** Each mark of the file once, also those of records that are not here. */
  readonly fileMarks: Uint32Array<ArrayBuffer>;
  /** The earliest and the latest `eventTime`, where the search looks at times. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly broken: readonly BrokenLog[];
  /** Whether the file holds values, and none of them is a CloudTrail record. */
  readonly isForeign: boolean;
}

/** Gathers what is found in one file. */
export class FileFindings {
  readonly #file: number;
  #records: Buffer[] = [];
  #bytes = 0;
  #marks: number[] = [];
  #markEnds: number[] = [];
  #fileMarks = new Set<number>();
  #from: string | undefined;
  #to: string | undefined;
  #broken: BrokenLog[] = [];
  #isForeign = false;

  constructor(file: number) {
    this.#file = file;
  }

  /** Bytes of the records that were not taken yet. */
  get bytes(): number {
    return this.#bytes;
  }

  addRecord(bytes: Buffer, marks: readonly number[] = []): void {
    this.#records.push(bytes);
    this.#bytes += bytes.length;
    this.#marks.push(...marks);
    this.#markEnds.push(this.#marks.length);
  }

  addMark(mark: number): void {
    this.#fileMarks.add(mark);
  }

  addTime(time: string): void {
    if (this.#from === undefined || compareTimes(time, this.#from) < 0) this.#from = time;
    if (this.#to === undefined || compareTimes(time, this.#to) > 0) this.#to = time;
  }

  addBroken(broken: BrokenLog): void {
    this.#broken.push(broken);
  }

  setForeign(): void {
    this.#isForeign = true;
  }

  /** What was found since it was taken last. The bytes are copied, so that they can go to another thread. */
  take(): FilePart {
    const texts = new Uint8Array(this.#bytes);
    const ends = new Uint32Array(this.#records.length);
    let at = 0;
    for (const [index, record] of this.#records.entries()) {
      texts.set(record, at);
      at += record.length;
      ends[index] = at;
    }
    const part = {
      file: this.#file,
      texts,
      ends,
      marks: Uint32Array.from(this.#marks),
      markEnds: Uint32Array.from(this.#markEnds),
      fileMarks: Uint32Array.from(this.#fileMarks),
      from: this.#from,
      to: this.#to,
      broken: this.#broken,
      isForeign: this.#isForeign,
    };
    this.#records = [];
    this.#bytes = 0;
    this.#marks = [];
    this.#markEnds = [];
    this.#fileMarks = new Set();
    this.#broken = [];
    return part;
  }
}

/** The text of each record of a part. */
export function partTexts({ texts, ends }: FilePart): Buffer[] {
  const whole = Buffer.from(texts.buffer, texts.byteOffset, texts.byteLength);
  return Array.from(ends, (end, index) => whole.subarray(ends[index - 1] ?? 0, end));
}
