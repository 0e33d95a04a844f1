import type { FlatPath } from './flat-path.ts';
import { isoTime } from './iso-time.ts';

type Casing = typeof AS_GIVEN | typeof PASCAL | typeof LOWER;
const AS_GIVEN = 0;
const PASCAL = 1;
const LOWER = 2;

/**
 * Reads the fields of one JSON object under any of GuardDuty's casings: `accountId` as EventBridge and the raw HTTP
 * answer write it, `AccountId` as the SDK and the CLI do, `accountid` as an Athena table does. The first key of the
 * outermost object tells the casing of all of it, but for lower case, which is asked for. Below a {@link FlatPath} the fields are flat text in one object, as Security Hub has them.
 *
 * A field of the wrong type counts as absent; numbers and flags may come as text. Names are given in camelCase and are
 * never taken from the input, so no key of the input reaches a prototype.
 */
export class Fields {
  /** The object itself, for what is passed on untouched; nothing when the value was no object. */
  readonly object: JsonObject | undefined;
  readonly #path: FlatPath | undefined;
  readonly #casing: Casing;

  constructor(value: unknown, path?: FlatPath, casing?: Casing) {
    this.object = isObject(value) ? value : undefined;
    this.#path = path;
    this.#casing = casing ?? (this.object === undefined ? AS_GIVEN : casingOf(this.object));
  }

  /** An object whose names are all in lower case, and so are those of all objects in it. */
  static lowerCase(value: unknown): Fields {
    return new Fields(value, undefined, LOWER);
  }

  value(name: string): unknown {
    if (this.object === undefined) return undefined;
    if (this.#path !== undefined) return this.object[this.#path.key(name)];
    if (this.#casing === AS_GIVEN) return this.object[name];
    return this.object[this.#casing === PASCAL ? pascalOf(name) : lowerOf(name)];
  }

  text(name: string): string | undefined {
    return textOf(this.value(name));
  }

  /** Text, or a number as text: an AS number is either, depending on who wrote it. */
  label(name: string): string | undefined {
    const value = this.value(name);
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  number(name: string): number | undefined {
    return numberOf(this.value(name));
  }

  flag(name: string): boolean | undefined {
    const value = this.value(name);
    if (typeof value === 'boolean') return value;
    if (typeof value !== 'string') return undefined;
    return value === 'true' ? true : value === 'false' ? false : undefined;
  }

  /** A time as ISO 8601 text. A number counts as seconds since 1970, or as milliseconds when it is too large for that. */
  time(name: string): string | undefined {
    const value = this.value(name);
    if (typeof value !== 'number') return textOf(value);
    return isoTime(Math.abs(value) < 1e11 ? value * 1000 : value);
  }

  /** Another object in the same casing. */
  alike(value: unknown): Fields {
    return new Fields(value, undefined, this.#casing);
  }

  fields(name: string): Fields {
    if (this.#path !== undefined) return new Fields(this.object, this.#path.below(name), AS_GIVEN);
    const value = this.value(name);
    return isObject(value) ? this.alike(value) : NO_FIELDS;
  }

  /** What is read of the objects of a list. A lone object counts as a list of one, anything else as an empty list. */
  map<T>(name: string, read: (item: Fields) => T): T[] {
    const value = this.value(name);
    if (!Array.isArray(value)) return isObject(value) ? [read(this.alike(value))] : [];
    const found: T[] = [];
    for (const item of value) if (isObject(item)) found.push(read(this.alike(item)));
    return found;
  }

  list(name: string): Fields[] {
    return this.map(name, (item) => item);
  }

  /** The texts of a list, such as the values of an indicator. */
  texts(name: string): readonly string[] {
    const value = this.value(name);
    if (!Array.isArray(value)) return [];
    return value.every(isText) ? value : value.filter(isText);
  }
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Text that says something; nothing for other values. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A number, or text that is one. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' && value.length < 20 && NUMBER.test(value) ? Number(value) : undefined;
}

export function objectsOf(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) ? [value] : [];
}

/** The object that JSON text holds; nothing when it holds something else or is not JSON. Never throws. */
export function objectInText(text: unknown): JsonObject | undefined {
  if (typeof text !== 'string' || !text.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const NO_FIELDS: Fields = new Fields(undefined);

function casingOf(object: JsonObject): Casing {
  for (const key in object) {
    const first = key.charCodeAt(0);
    if (first >= 65 && first <= 90) return PASCAL;
    if (first >= 97 && first <= 122) return AS_GIVEN;
  }
  return AS_GIVEN;
}

/** Kept, since building these texts anew for each field would cost as much as parsing the JSON. */
const PASCAL_NAMES = new Map<string, string>();
const LOWER_NAMES = new Map<string, string>();

function pascalOf(name: string): string {
  const known = PASCAL_NAMES.get(name);
  if (known !== undefined) return known;
  const pascal = name.charAt(0).toUpperCase() + name.slice(1);
  PASCAL_NAMES.set(name, pascal);
  return pascal;
}

function lowerOf(name: string): string {
  const known = LOWER_NAMES.get(name);
  if (known !== undefined) return known;
  const lower = name.toLowerCase();
  LOWER_NAMES.set(name, lower);
  return lower;
}
