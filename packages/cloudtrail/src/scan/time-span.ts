import { isObject } from '../read/json-object.ts';
import type { DeliveryText } from './delivery-text.ts';
import { recordAround } from './found-records.ts';
import type { TextValue } from './text-value.ts';

/** `2026-09-14T08:05:30Z`, as CloudTrail writes each time. */
const SHAPE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const LENGTH = 20;

/** The times that were looked up so far, by their digits; what lies between them widens nothing. */
export class KnownTimes {
  first = Number.POSITIVE_INFINITY;
  last = Number.NEGATIVE_INFINITY;
}

/** The earliest and the latest `eventTime` of a delivery file, found without parsing its records. */
export class TimeSpan {
  readonly #delivery: DeliveryText;
  #first: { readonly key: number; readonly value: TextValue } | undefined;
  #last: { readonly key: number; readonly value: TextValue } | undefined;
  #isOdd = false;

  readonly #known: KnownTimes;

  constructor(delivery: DeliveryText, known: KnownTimes) {
    this.#delivery = delivery;
    this.#known = known;
  }

  add(value: TextValue | undefined): void {
    if (value === undefined || value.end - value.start !== LENGTH) {
      this.#isOdd = true;
      return;
    }
    const key = sortKey(this.#delivery.text, value.start);
    if (this.#first === undefined || key < this.#first.key) this.#first = { key, value };
    if (this.#last === undefined || key > this.#last.key) this.#last = { key, value };
  }

  /**
   * The two times, as far as they lie outside of those that are known; nothing where the bytes cannot be trusted: a
   * caller can send a field of this name, so that they are looked up in their parsed records.
   */
  ends(): readonly string[] | undefined {
    if (this.#isOdd || this.#first === undefined || this.#last === undefined) return undefined;
    const known = this.#known;
    const ends: string[] = [];
    for (const { key, value } of [this.#first, this.#last]) {
      if (key >= known.first && key <= known.last) continue;
      const time = this.#timeOfRecord(value);
      if (time === undefined) return undefined;
      ends.push(time);
    }
    known.first = Math.min(known.first, this.#first.key);
    known.last = Math.max(known.last, this.#last.key);
    return ends;
  }

  #timeOfRecord({ start, end }: TextValue): string | undefined {
    const { text } = this.#delivery;
    const time = text.toString('latin1', start, end);
    const record = recordAround(this.#delivery, start);
    try {
      const value: unknown = JSON.parse(text.toString('utf8', record.start, record.end));
      return isObject(value) && value['eventTime'] === time && SHAPE.test(time) ? time : undefined;
    } catch {
      return undefined;
    }
  }
}

/** Orders times of that shape by their digits. */
function sortKey(text: Buffer, start: number): number {
  let key = 0;
  for (let at = start; at < start + LENGTH; at += 1) {
    const digit = (text[at] as number) - 48;
    if (digit >= 0 && digit <= 9) key = key * 10 + digit;
  }
  return key;
}
