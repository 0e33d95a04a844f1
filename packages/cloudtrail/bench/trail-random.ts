const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const FILE_NAME = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const TOKEN_POOL = 1 << 16;

/** Random numbers that are the same for the same seed (mulberry32), and the ids that a trail is made of. */
export class TrailRandom {
  #state: number;
  readonly #accountParts = new Map<string, string>();
  readonly #pool: string;

  constructor(seed: number) {
    this.#state = Math.imul(seed + 1, 0x9e37_79b1) >>> 0;
    this.#pool = this.text(BASE64, TOKEN_POOL);
  }

  /** From 0 up to, and without, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.below(items.length)] ?? items[0];
  }

  /** One of them, each as often as its weight says. */
  weighted<Item extends string>(weights: Readonly<Record<Item, number>>): Item {
    const entries = Object.entries(weights) as [Item, number][];
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of entries) {
      left -= weight;
      if (left < 0) return item;
    }
    return (entries[0] as [Item, number])[0];
  }

  text(alphabet: string, length: number): string {
    let text = '';
    for (let place = 0; place < length; place += 1) text += alphabet.charAt(this.below(alphabet.length));
    return text;
  }

  hex(length: number): string {
    let text = '';
    while (text.length < length) text += this.below(0x1_0000).toString(16).padStart(4, '0');
    return text.slice(0, length);
  }

  uuid(): string {
    return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-8${this.hex(3)}-${this.hex(12)}`;
  }

  /** Incompressible text of the alphabet of session tokens. */
  token(length: number): string {
    const at = this.below(TOKEN_POOL - length);
    return this.#pool.slice(at, at + length);
  }

  /** A key id that holds its account, as those of today do. */
  keyId(prefix: 'AKIA' | 'ASIA', account: string): string {
    let known = this.#accountParts.get(account);
    if (known === undefined) {
      // Nine base32 characters: a flag of one bit, 40 bits of account, four bits that vary. Eight of them stay the same.
      let bits = (1n << 39n) | (BigInt(account) >> 1n);
      known = '';
      for (let place = 0; place < 8; place += 1) {
        known = BASE32.charAt(Number(bits & 31n)) + known;
        bits >>= 5n;
      }
      this.#accountParts.set(account, known);
    }
    const ninth = BASE32.charAt((Number(BigInt(account) & 1n) << 4) | this.below(16));
    return `${prefix}${known}${ninth}${this.text(BASE32, 7)}`;
  }

  uniqueId(prefix: string): string {
    return `${prefix}${this.text(BASE32, 17)}`;
  }

  fileSuffix(): string {
    return this.text(FILE_NAME, 16);
  }
}
