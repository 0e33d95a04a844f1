/**
 * A path into flat keys, such as `aws/guardduty/service/action/` + `actionType`. The keys are built once and kept: they
 * come from this package's own field names, never from the input, so there are only so many.
 */
export class FlatPath {
  readonly #prefix: string;
  readonly #separator: string;
  readonly #keys = new Map<string, string>();
  readonly #below = new Map<string, FlatPath>();

  constructor(prefix: string, separator: string) {
    this.#prefix = prefix;
    this.#separator = separator;
  }

  key(name: string): string {
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    const key = this.#prefix + name;
    this.#keys.set(name, key);
    return key;
  }

  below(name: string): FlatPath {
    const known = this.#below.get(name);
    if (known !== undefined) return known;
    const path = new FlatPath(this.#prefix + name + this.#separator, this.#separator);
    this.#below.set(name, path);
    return path;
  }
}
