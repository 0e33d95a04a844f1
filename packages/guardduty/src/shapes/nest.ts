import type { JsonObject } from '../fields.ts';

type Nested = { [name: string]: unknown };

/** Deeper paths, and longer keys, are no field of a finding. */
const MAX_SEGMENTS = 12;
const MAX_KEY_LENGTH = 400;

/**
 * Turns flat keys such as `service/action/actionType` into objects within objects. They have no prototype, so a key
 * such as `__proto__` is one like any other. Where a key is both a value and the start of a longer one, the longer wins.
 *
 * @param pathOf The part of a key that is the path; nothing for keys to leave out.
 */
export function nest(
  flat: JsonObject,
  separator: string,
  pathOf: (key: string) => string | undefined,
): JsonObject {
  const root: Nested = Object.create(null);
  for (const key of Object.keys(flat)) {
    if (key.length > MAX_KEY_LENGTH) continue;
    const path = pathOf(key);
    if (path !== undefined) put(root, path, separator, flat[key]);
  }
  return root;
}

function put(root: Nested, path: string, separator: string, value: unknown): void {
  let at = root;
  let start = 0;
  for (let segment = 1; segment <= MAX_SEGMENTS; segment += 1) {
    const end = path.indexOf(separator, start);
    if (end < 0) {
      const name = path.slice(start);
      if (typeof at[name] !== 'object') at[name] = value;
      return;
    }
    const name = path.slice(start, end);
    at = innerOf(at, name);
    start = end + separator.length;
  }
}

function innerOf(at: Nested, name: string): Nested {
  const known = at[name];
  if (typeof known === 'object' && known !== null) return known as Nested;
  const inner: Nested = Object.create(null);
  at[name] = inner;
  return inner;
}
