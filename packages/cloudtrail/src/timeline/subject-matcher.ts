import type { TrailEvent } from '../read/trail-event.ts';
import { addressBlock, addressFilter, addressNeedle } from './address-block.ts';
import { literalNeedle } from './literal-needle.ts';
import { principalMatch } from './principal-match.ts';
import type { MatchedPrincipal, TimelineSubjects } from './timeline.ts';

/** Knows which events are the subjects', and gathers which ARNs its principals stand for. */
export class SubjectMatcher {
  readonly #keys: ReadonlySet<string>;
  readonly #principals;
  readonly #arns = new Map<string, Set<string>>();
  readonly #blocks;
  readonly #isInBlock: (address: string) => boolean;
  readonly #addresses = new Map<string, boolean>();

  /** @throws {RangeError} when there is no subject, an empty one, or an address that is none. */
  constructor({ keys = [], principals = [], addresses = [] }: TimelineSubjects) {
    if (keys.length + principals.length + addresses.length === 0)
      throw new RangeError('A timeline needs a key, a principal or an address');
    if ([...keys, ...principals].includes('')) throw new RangeError('A key or principal is empty');
    this.#keys = new Set(keys);
    this.#principals = [...new Set(principals)].map(principalMatch);
    for (const { asked } of this.#principals) this.#arns.set(asked, new Set());
    this.#blocks = addresses.map((text) => {
      const block = addressBlock(text);
      if (block === undefined) throw new RangeError(`"${text}" is neither an address nor a CIDR block`);
      return block;
    });
    this.#isInBlock = addressFilter(this.#blocks);
  }

  /** Texts of which one stands in each record that matches; nothing where that cannot be said. */
  get needles(): readonly string[] | undefined {
    const needles = [
      ...[...this.#keys].map((key) => literalNeedle(key)),
      ...this.#principals.map(({ needle }) => needle),
      ...this.#blocks.map(addressNeedle),
    ];
    const literal = needles.filter((needle) => needle !== undefined);
    return literal.length === needles.length ? [...new Set(literal)] : undefined;
  }

  /** The principals that were asked for, with the ARNs of the events so far. */
  get matched(): MatchedPrincipal[] {
    return this.#principals.map(({ asked }) => ({ asked, arns: [...(this.#arns.get(asked) ?? [])].sort() }));
  }

  matches(event: TrailEvent): boolean {
    const { accessKeyId } = event.identity;
    let isFound = accessKeyId !== undefined && this.#keys.has(accessKeyId);
    for (const { asked, matchedBy } of this.#principals) {
      const arn = matchedBy(event);
      if (arn === undefined) continue;
      this.#arns.get(asked)?.add(arn);
      isFound = true;
    }
    return isFound || this.#isFromBlock(event.sourceAddress);
  }

  #isFromBlock(address: string | undefined): boolean {
    if (this.#blocks.length === 0 || address === undefined) return false;
    const known = this.#addresses.get(address);
    if (known !== undefined) return known;
    const isIn = this.#isInBlock(address);
    if (this.#addresses.size < KNOWN) this.#addresses.set(address, isIn);
    return isIn;
  }
}

/** How many addresses are remembered. */
const KNOWN = 100_000;
