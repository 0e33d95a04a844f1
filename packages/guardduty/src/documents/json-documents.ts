import { notJson, tooDeep, tooLarge } from './document-problems.ts';
import { JsonScanner } from './json-scanner.ts';
import { countLines, isBlank, NOT_WHOLE, parseWhole, withoutMark } from './whole-line.ts';

/** One JSON value of a text, and the line that it begins on, counted from 1. */
export interface JsonDocument {
  readonly value: unknown;
  readonly line: number;
}

/**
 * One JSON document may have this many characters at most (64 Mi). A finding has some thousands, and a page of
 * GetFindings at most 50 findings; a text of JSON lines may be of any length.
 */
export const MAX_DOCUMENT = 64 * 1024 * 1024;

/** Shorter lines are parsed straight away; longer ones are scanned first, for their depth. */
const MAX_STRAIGHT = 64 * 1024;

/**
 * Splits text into JSON documents and parses them: JSON lines, documents over several lines, or one after the other.
 * Takes the text in chunks of any size, and keeps only the document that has not ended yet. Each character is looked at a
 * fixed number of times, whatever the input.
 *
 * A whole line that parses is a document. Only a line that does not is scanned for brackets, and so is what follows,
 * up to the next line that begins outside of any document.
 */
export class JsonDocuments {
  readonly #source: string;
  readonly #take: (document: JsonDocument) => void;
  readonly #maxLength: number;
  #scanner: JsonScanner | undefined;
  /** The text so far of the line or document that has not ended. */
  #parts: string[] = [];
  #length = 0;
  #line = 1;

  /** @param take Gets each document as soon as it has ended. */
  constructor(source: string, take: (document: JsonDocument) => void, maxLength = MAX_DOCUMENT) {
    this.#source = source;
    this.#take = take;
    this.#maxLength = maxLength;
  }

  /** @throws {FindingNotJson | FindingTooLarge} naming the line. */
  push(text: string): void {
    let at = 0;
    while (at < text.length) {
      if (this.#scanner !== undefined) {
        at = this.#scan(this.#scanner, text, at);
        continue;
      }
      const newline = text.indexOf('\n', at);
      const end = newline < 0 ? text.length : newline + 1;
      this.#keep(text.slice(at, end));
      if (newline >= 0) this.#endLine();
      at = end;
    }
  }

  /** Takes what is left when the text is over. */
  end(): void {
    if (this.#scanner === undefined) this.#endLine();
    if (this.#length > 0) this.#endDocument();
  }

  /** A line has ended. When it is no document by itself, the scanner reads it again. */
  #endLine(): void {
    const line = this.#join();
    if (line.length <= MAX_STRAIGHT) {
      const text = this.#line === 1 ? withoutMark(line) : line;
      const value = parseWhole(text);
      if (value !== NOT_WHOLE) {
        this.#take({ value, line: this.#line });
        this.#line += 1;
        return;
      }
      if (isBlank(text)) {
        this.#line += 1;
        return;
      }
    }
    const scanner = new JsonScanner();
    this.#scanner = scanner;
    for (let at = 0; at < line.length; ) at = this.#scan(scanner, line, at);
  }

  #scan(scanner: JsonScanner, text: string, start: number): number {
    const { end, met } = scanner.scan(text, start);
    this.#keep(text.slice(start, end));
    if (met === 'too-deep') throw tooDeep(`${this.#source}:${this.#line}`);
    if (met === 'more') return end;
    this.#endDocument();
    if (met === 'line') this.#scanner = undefined;
    return end;
  }

  /** Parses what the scanner found. Blank text between documents is none. */
  #endDocument(): void {
    const joined = this.#join();
    const text = this.#line === 1 ? withoutMark(joined) : joined;
    const line = this.#line;
    this.#line += countLines(text);
    if (isBlank(text)) return;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (cause) {
      throw notJson(this.#source, line, text, cause as SyntaxError);
    }
    this.#take({ value, line: line + countLines(text.slice(0, text.search(/\S/))) });
  }

  #keep(text: string): void {
    this.#length += text.length;
    if (this.#length > this.#maxLength) throw tooLarge(`${this.#source}:${this.#line}`, this.#maxLength);
    this.#parts.push(text);
  }

  #join(): string {
    const [only = '', ...others] = this.#parts;
    const joined = others.length === 0 ? only : this.#parts.join('');
    this.#parts = [];
    this.#length = 0;
    return joined;
  }
}
