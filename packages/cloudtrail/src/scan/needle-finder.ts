/** Called with where a needle begins in the text, and which of the needles it is. */
export type OnNeedle = (at: number, needle: number) => void;

const SHORTEST = 3;
/** Small enough for the fastest cache. */
const PLACES = 0x2000;

/**
 * Finds byte strings in a text, all in one pass. Each needle is reported wherever it occurs, in the order of the text.
 * One needle alone is left to `Buffer.indexOf`. Several are found with the table of Wu and Manber: the three bytes at the
 * end of a window as long as the shortest needle say how far the window may move, so that most bytes are not looked at.
 * So it is fast when no needle is short, and when what stands at the end of the window is rare.
 */
export class NeedleFinder {
  readonly #needles: readonly Buffer[];
  /** As long as the shortest needle. */
  readonly #window: number;
  /** By the three bytes at the end of the window: how far it may move; 0 where needles may be. */
  readonly #shifts = new Uint8Array(PLACES);
  /** By the same bytes: the needles that may be there. */
  readonly #candidates: (number[] | undefined)[] = Array.from({ length: PLACES });

  /** @throws {RangeError} when there is no needle, or one of fewer than three bytes. */
  constructor(needles: readonly (string | Uint8Array)[]) {
    this.#needles = needles.map((needle) => Buffer.from(needle));
    this.#window = Math.min(...this.#needles.map(({ length }) => length), 255);
    if (needles.length === 0 || this.#window < SHORTEST)
      throw new RangeError(`A needle must be ${SHORTEST} bytes long at least`);
    this.#shifts.fill(this.#window - 2);
    for (const [index, needle] of this.#needles.entries()) {
      for (let end = 2; end < this.#window; end += 1) {
        const place = placeAt(needle, end);
        this.#shifts[place] = Math.min(this.#shifts[place] ?? 0, this.#window - 1 - end);
      }
      const last = placeAt(needle, this.#window - 1);
      this.#candidates[last] = [...(this.#candidates[last] ?? []), index];
    }
  }

  lengthOf(needle: number): number {
    return this.#needles[needle]?.length ?? 0;
  }

  /** Whether any of them is in the text. */
  isIn(text: Buffer): boolean {
    return this.#needles.some((needle) => text.includes(needle));
  }

  /** Goes over the part of the text from `from` up to, and without, `to`. */
  find(text: Buffer, onNeedle: OnNeedle, from = 0, to = text.length): void {
    const [needle, second] = this.#needles;
    if (second !== undefined) this.#findAll(text, onNeedle, from, to);
    else if (needle !== undefined) {
      for (let at = text.indexOf(needle, from); at >= 0 && at + needle.length <= to; ) {
        onNeedle(at, 0);
        at = text.indexOf(needle, at + 1);
      }
    }
  }

  #findAll(text: Buffer, onNeedle: OnNeedle, from: number, to: number): void {
    const shifts = this.#shifts;
    const back = this.#window - 1;
    let end = from + back;
    while (end < to) {
      const place = placeOf(text[end - 2] as number, text[end - 1] as number, text[end] as number);
      const shift = shifts[place] as number;
      if (shift !== 0) end += shift;
      else {
        this.#compare(text, end - back, to, place, onNeedle);
        end += 1;
      }
    }
  }

  #compare(text: Buffer, at: number, to: number, place: number, onNeedle: OnNeedle): void {
    for (const index of this.#candidates[place] ?? []) {
      const needle = this.#needles[index] as Buffer;
      if (at + needle.length <= to && isAt(text, at, needle)) onNeedle(at, index);
    }
  }
}

function placeAt(bytes: Buffer, end: number): number {
  return placeOf(bytes[end - 2] as number, bytes[end - 1] as number, bytes[end] as number);
}

function placeOf(first: number, second: number, third: number): number {
  return ((first << 8) ^ (second << 4) ^ third) & (PLACES - 1);
}

/** Whether the bytes stand in the text at a place. */
export function isAt(text: Buffer, at: number, bytes: Buffer): boolean {
  for (let place = 0; place < bytes.length; place += 1) if (text[at + place] !== bytes[place]) return false;
  return true;
}
