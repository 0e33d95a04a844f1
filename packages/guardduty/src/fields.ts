/**
 * Reads the fields of one JSON object under either of GuardDuty's casings: `accountId` as EventBridge and the raw
 * HTTP answer write it, `AccountId` as the SDK and the CLI do. A field of the wrong type counts as absent.
 */
export class Fields {
  readonly #object: Readonly<Record<string, unknown>>;

  constructor(value: unknown) {
    this.#object = isObject(value) ? value : {};
  }

  value(name: string): unknown {
    const pascal = name.charAt(0).toUpperCase() + name.slice(1);
    if (Object.hasOwn(this.#object, name)) return this.#object[name];
    return Object.hasOwn(this.#object, pascal) ? this.#object[pascal] : undefined;
  }

  text(name: string): string | undefined {
    const value = this.value(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  number(name: string): number | undefined {
    const value = this.value(name);
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.value(name);
    return typeof value === 'boolean' ? value : undefined;
  }

  fields(name: string): Fields {
    return new Fields(this.value(name));
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
