import { isObject } from './json-object.ts';
import { LineSplitter } from './line-splitter.ts';
import { type RecordSlice, RecordSplitter, type TextBreak, type TextSplitter } from './record-splitter.ts';

/** A first line that is longer than this is no line of JSON lines, but a delivery file. */
const LONGEST_FIRST_LINE = 1024 * 1024;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Looks at the beginning of a text, and takes it apart as JSON lines or by brackets. */
export class TextShape implements TextSplitter {
  #splitter: TextSplitter | undefined;
  #head: Buffer = Buffer.alloc(0);

  /** Whether a piece that is no JSON leaves the pieces behind it in their place. */
  get isLines(): boolean {
    return this.#splitter instanceof LineSplitter;
  }

  get broken(): TextBreak | undefined {
    return this.#splitter?.broken;
  }

  push(chunk: Buffer): RecordSlice[] {
    if (this.#splitter !== undefined) return this.#splitter.push(chunk);
    this.#head = this.#head.length === 0 ? chunk : Buffer.concat([this.#head, chunk]);
    const second = this.#head.indexOf(NEWLINE, this.#head.indexOf(NEWLINE) + 1);
    return second > 0 || this.#head.length > LONGEST_FIRST_LINE ? this.#choose() : [];
  }

  end(): RecordSlice[] {
    const slices = this.#splitter === undefined ? this.#choose() : [];
    if (this.broken === undefined) slices.push(...(this.#splitter?.end() ?? []));
    return slices;
  }

  #choose(): RecordSlice[] {
    const offset = this.#head.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    const text = this.#head.subarray(offset);
    this.#head = Buffer.alloc(0);
    this.#splitter = isJsonLines(text) ? new LineSplitter(offset) : new RecordSplitter(offset);
    return this.#splitter.push(text);
  }
}

/**
 * JSON lines when the first line is a value by itself and another line follows, or when the first line is damaged and
 * the second is an object.
 */
function isJsonLines(text: Buffer): boolean {
  const first = text.indexOf(NEWLINE);
  if (first < 0 || first > LONGEST_FIRST_LINE) return false;
  const second = text.indexOf(NEWLINE, first + 1);
  const rest = text.subarray(first + 1, second < 0 ? text.length : second);
  if (isDocument(text.subarray(0, first))) return true;
  return first > 2 && text[0] === OPEN_OBJECT && second > 0 && isDocument(rest);
}

function isDocument(line: Buffer): boolean {
  try {
    const value: unknown = JSON.parse(line.toString());
    return isObject(value) || Array.isArray(value);
  } catch {
    return false;
  }
}

const NEWLINE = 10;
const OPEN_OBJECT = 123;
