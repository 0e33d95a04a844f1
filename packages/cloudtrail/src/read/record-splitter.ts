/** A record as bytes: where it stands in the text, and the bytes themselves. */
export interface RecordSlice {
  readonly start: number;
  /** The first byte after it. */
  readonly end: number;
  readonly bytes: Buffer;
}

/** Where the text stopped to be JSON, as a byte of the text. */
export interface TextBreak {
  readonly textByte: number;
  readonly why: string;
}

/** Text that comes in chunks of any size, taken apart into the pieces that `JSON.parse` reads one by one. */
export interface TextSplitter {
  /** Pieces that ended in this chunk. */
  push(chunk: Buffer): RecordSlice[];
  /** What is left when the text is over. */
  end(): RecordSlice[];
  /** Set as soon as the text is no JSON; nothing comes after that. */
  readonly broken: TextBreak | undefined;
}

/** A record has 256 KB at most, and a wrapper of some hundred records some megabytes. */
export const MAX_RECORD_BYTES = 64 * 1024 * 1024;

/** Lists that are taken apart while they are read. What is in another wrapper comes in one piece. */
const LISTS = new Set(['Records', 'Events', 'events', 'logEvents']);
const LONGEST_NAME = 9;

type State =
  | 'between'
  | 'inside'
  | 'text'
  | 'escape'
  | 'word'
  | 'element-or-end'
  | 'element'
  | 'comma-or-end';

/**
 * Finds where each record begins and ends by brackets and quotes alone, in delivery files, LookupEvents answers, payloads
 * of CloudWatch Logs, arrays, and values that follow each other with or without line breaks. Each byte is looked at once, and only the record that
 * has not ended is kept. Whether a slice is JSON is for `JSON.parse` to say; what is around the records is checked here.
 */
export class RecordSplitter implements TextSplitter {
  broken: TextBreak | undefined;
  #state: State = 'between';
  #depth = 0;
  /** Whether the piece being read is a value of the text itself, and no element of a list. */
  #isOutermost = false;
  #inList: 'array' | 'object' | undefined;
  /** In an outermost object: the name that is being read or was read last, and whether a name comes next. */
  #name = '';
  #isName = false;
  #nameNext = false;
  /** What an outermost object has around its list. */
  #around: Buffer[] = [];
  #parts: Buffer[] = [];
  #partsBytes = 0;
  /** The bytes of the text before this chunk. */
  #before: number;

  /** @param offset Where in the text the first chunk begins. */
  constructor(offset = 0) {
    this.#before = offset;
  }

  push(chunk: Buffer): RecordSlice[] {
    const slices: RecordSlice[] = [];
    const length = chunk.length;
    let start = 0;
    let at = 0;
    while (at < length && this.broken === undefined) {
      const byte = chunk[at] as number;
      switch (this.#state) {
        case 'inside': {
          if (this.#isOutermost && this.#depth === 1) {
            if (this.#outermost(byte)) {
              this.#around.push(this.#take(chunk, start, at + 1));
              this.#inList = 'object';
              this.#state = 'element-or-end';
              at += 1;
              break;
            }
          }
          if (byte === QUOTE) this.#state = 'text';
          else if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.#depth += 1;
          else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
            this.#depth -= 1;
            if (this.#depth === 0) this.#finish(chunk, start, at + 1, slices);
          }
          at += 1;
          break;
        }
        case 'text': {
          let here = at;
          if (this.#isName) {
            if (byte !== QUOTE && this.#name.length <= LONGEST_NAME) this.#name += String.fromCharCode(byte);
          } else while (here < length && chunk[here] !== QUOTE && chunk[here] !== BACKSLASH) here += 1;
          if (here < length) {
            if (chunk[here] === BACKSLASH) this.#state = 'escape';
            else if (chunk[here] === QUOTE) {
              this.#isName = false;
              this.#state = 'inside';
              if (this.#depth === 0) this.#finish(chunk, start, here + 1, slices);
            }
          }
          at = here + 1;
          break;
        }
        case 'escape':
          this.#state = 'text';
          at += 1;
          break;
        case 'word':
          if (isDelimiter(byte)) this.#finish(chunk, start, at, slices);
          else at += 1;
          break;
        default: {
          if (byte === SPACE || byte === NEWLINE || byte === RETURN || byte === TAB) {
            at += 1;
            break;
          }
          start = at;
          this.#structure(byte, at);
          at += 1;
        }
      }
      if (this.#partsBytes + at - start > MAX_RECORD_BYTES && this.#isReading())
        this.#break(this.#before + at, `a record is longer than ${MAX_RECORD_BYTES} bytes`);
    }
    if (this.#isReading()) {
      this.#parts.push(chunk.subarray(start));
      this.#partsBytes += length - start;
    }
    this.#before += length;
    return slices;
  }

  end(): RecordSlice[] {
    const slices: RecordSlice[] = [];
    const isWhole = this.#inList === undefined && (this.#state === 'between' || this.#state === 'word');
    if (this.#state === 'word' && this.#inList === undefined) this.#finish(EMPTY, 0, 0, slices);
    if (!isWhole) this.#break(this.#before, 'the JSON is cut off');
    return slices;
  }

  #isReading(): boolean {
    const state = this.#state;
    return state === 'inside' || state === 'text' || state === 'escape' || state === 'word';
  }

  /** A byte between values. */
  #structure(byte: number, at: number): void {
    const state = this.#state;
    if (byte === CLOSE_LIST && (state === 'element-or-end' || state === 'comma-or-end')) this.#endList();
    else if (state === 'comma-or-end') {
      if (byte === COMMA) this.#state = 'element';
      else this.#break(this.#before + at, 'a comma is missing between two records');
    } else if (byte === COMMA || byte === CLOSE_LIST || byte === CLOSE_OBJECT || byte === COLON)
      this.#break(this.#before + at, 'the text is not JSON');
    else this.#begin(byte);
  }

  #begin(byte: number): void {
    this.#isOutermost = this.#inList === undefined;
    if (this.#isOutermost && byte === OPEN_LIST) {
      this.#inList = 'array';
      this.#state = 'element-or-end';
      return;
    }
    this.#depth = byte === OPEN_OBJECT || byte === OPEN_LIST ? 1 : 0;
    this.#nameNext = true;
    this.#name = '';
    if (byte === QUOTE) this.#state = 'text';
    else this.#state = this.#depth === 1 ? 'inside' : 'word';
  }

  /** The list is over; what is behind it still belongs to the object that it is in. */
  #endList(): void {
    if (this.#inList === 'object') {
      this.#state = 'inside';
      this.#isOutermost = true;
      this.#depth = 1;
      this.#nameNext = false;
      this.#name = '';
    } else this.#state = 'between';
    this.#inList = undefined;
  }

  /** A byte of an outermost object, outside of anything in it. Whether a list of records begins with it. */
  #outermost(byte: number): boolean {
    if (byte === COMMA) this.#nameNext = true;
    else if (byte === COLON) this.#nameNext = false;
    else if (byte === QUOTE && this.#nameNext) {
      this.#isName = true;
      this.#name = '';
    } else if (byte === OPEN_LIST) return !this.#nameNext && LISTS.has(this.#name);
    return false;
  }

  #finish(chunk: Buffer, start: number, end: number, slices: RecordSlice[]): void {
    this.#state = this.#inList === undefined ? 'between' : 'comma-or-end';
    const bytes = this.#take(chunk, start, end);
    const stop = this.#before + end;
    if (this.#isOutermost && this.#around.length > 0) {
      const around = Buffer.concat([...this.#around, bytes]);
      this.#around = [];
      try {
        JSON.parse(around.toString());
      } catch {
        this.#break(stop, 'what is around the records is not JSON');
      }
    } else slices.push({ start: stop - bytes.length, end: stop, bytes });
  }

  #take(chunk: Buffer, start: number, end: number): Buffer {
    const last = chunk.subarray(start, end);
    const bytes = this.#parts.length === 0 ? last : Buffer.concat([...this.#parts, last]);
    this.#parts = [];
    this.#partsBytes = 0;
    return bytes;
  }

  #break(textByte: number, why: string): void {
    this.broken ??= { textByte, why };
  }
}

/**
 * The records in the text of one file, up to where it breaks.
 *
 * @returns the slices, and the break where there is one.
 */
export function splitRecords(text: Buffer): { slices: RecordSlice[]; broken: TextBreak | undefined } {
  const splitter = new RecordSplitter();
  const slices = splitter.push(text);
  if (splitter.broken === undefined) slices.push(...splitter.end());
  return { slices, broken: splitter.broken };
}

function isDelimiter(byte: number): boolean {
  return (
    byte === COMMA ||
    byte === CLOSE_LIST ||
    byte === CLOSE_OBJECT ||
    byte === SPACE ||
    byte === NEWLINE ||
    byte === RETURN ||
    byte === TAB
  );
}

const EMPTY = Buffer.alloc(0);
const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
