import type { JsonDocument } from './documents/json-documents.ts';
import { NotAFinding } from './errors.ts';
import type { Finding } from './finding.ts';
import { type FindingSink, findFindings } from './shapes/find-findings.ts';

/** JSON that is no finding, and why. */
export interface PassedOver {
  /** The source with line and place in it, such as `export.jsonl:7 findings[2]`. */
  readonly where: string;
  readonly reason: string;
}

export interface ReadFindingsOptions {
  /** Hears of each JSON value among the findings that is none, in the order of the text. */
  readonly onPassedOver?: (passedOver: PassedOver) => void;
}

/**
 * Takes the findings out of JSON documents one by one. The first document is held back until a second one or the end
 * comes: only then is it known whether it is one line of an export or a finding by itself.
 */
export class FindingCollector implements FindingSink {
  readonly #source: string;
  readonly #onPassedOver: ((passedOver: PassedOver) => void) | undefined;
  #held: JsonDocument | undefined;
  #count = 0;
  #foundAny = false;
  #first: PassedOver | undefined;
  #line = 1;
  #found: Finding[] = [];

  constructor(source: string, { onPassedOver }: ReadFindingsOptions) {
    this.#source = source;
    this.#onPassedOver = onPassedOver;
  }

  /** Adds the findings of the document, and of one that was held back, to `found`. */
  take(document: JsonDocument, found: Finding[]): void {
    this.#count += 1;
    if (this.#count === 1) {
      this.#held = document;
      return;
    }
    this.release(found);
    this.#read(document, found);
  }

  /** Adds the findings of the document that was held back, when no more will come. */
  release(found: Finding[]): void {
    const held = this.#held;
    this.#held = undefined;
    if (held !== undefined) this.#read(held, found);
  }

  /** @throws {NotAFinding} when there was no finding in all of the text, with the reason for the first value in it. */
  end(found: Finding[]): void {
    this.release(found);
    if (this.#foundAny) return;
    throw new NotAFinding(`Cannot read finding: ${this.#first?.reason ?? 'the JSON holds no finding'}`, {
      where: this.#first?.where ?? this.#source,
      remedy:
        'Give a GuardDuty finding: of GetFindings, an EventBridge event, an S3 export, Security Hub or Security Lake.',
    });
  }

  #read({ value, line }: JsonDocument, found: Finding[]): void {
    this.#line = line;
    this.#found = found;
    findFindings(value, this.#count > 1 ? 's3-export' : 'bare', this);
  }

  found(finding: Finding): void {
    this.#foundAny = true;
    this.#found.push(finding);
  }

  passedOver(place: string, reason: string): void {
    if (this.#first !== undefined && this.#onPassedOver === undefined) return;
    const where = `${this.#source}${this.#count > 1 ? `:${this.#line}` : ''}${place}`;
    this.#first ??= { where, reason };
    this.#onPassedOver?.({ where, reason });
  }
}
