/** What the scanner met in the codes that it was given. */
export type ScanEnd = 'more' | 'document' | 'line' | 'too-deep';

/** Findings nest some ten levels deep. Deeper JSON than this is refused before it costs memory. */
export const MAX_DEPTH = 1000;

/**
 * Finds where one JSON document ends, character by character, so that documents may stand one after the other with or without line
 * breaks and come in any number of chunks. It only counts brackets and quotes: whether the text is JSON is for
 * `JSON.parse` to say. Each character is looked at once.
 */
export class JsonScanner {
  #depth = 0;
  #inText = false;
  #escaped = false;
  #isWord = false;

  /** Whether a document has begun and not ended. */
  get isInside(): boolean {
    return this.#depth > 0 || this.#isWord;
  }

  /**
   * Reads on from `start`. `end` is the first character that was not read.
   * `document`: one ended before `end`. `line`: a line ended outside of any document. `more`: the text ran out.
   */
  scan(text: string, start: number): { end: number; met: ScanEnd } {
    let at = start;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (this.#inText) this.#readText(code);
      else if (code === NEWLINE && this.#depth === 0) {
        if (!this.#isWord) return { end: at + 1, met: 'line' };
        this.#isWord = false;
        return { end: at, met: 'document' };
      } else if (code === QUOTE) {
        this.#inText = true;
        if (this.#depth === 0) this.#isWord = true;
      } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
        this.#depth += 1;
        if (this.#depth > MAX_DEPTH) return { end: at, met: 'too-deep' };
      } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
        if (this.#depth > 0) this.#depth -= 1;
        if (this.#depth === 0) {
          this.#isWord = false;
          return { end: at + 1, met: 'document' };
        }
      } else if (this.#depth === 0 && code !== SPACE && code !== TAB && code !== RETURN) this.#isWord = true;
    }
    return { end: at, met: 'more' };
  }

  #readText(code: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (code === BACKSLASH) this.#escaped = true;
    else if (code === QUOTE) this.#inText = false;
    else if (code === NEWLINE && this.#depth === 0) this.#inText = false;
  }
}

const NEWLINE = 10;
const RETURN = 13;
const TAB = 9;
const SPACE = 32;
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
