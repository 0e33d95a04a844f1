export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object at a path of own keys; empty where the path leads nowhere. */
export function objectAt(value: unknown, ...path: readonly string[]): JsonObject {
  let here = value;
  for (const key of path) here = isObject(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  return isObject(here) ? here : NOTHING;
}

/** A text field; absent when it is missing, empty or of another type. */
export function textAt(object: JsonObject, key: string): string | undefined {
  return Object.hasOwn(object, key) ? textOf(object[key]) : undefined;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A value that AWS writes as `true` or as `"true"`. */
export function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

/** The object itself, or an empty one for anything else. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : NOTHING;
}

const NOTHING: JsonObject = Object.freeze({});
