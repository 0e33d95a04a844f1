import type { JsonObject } from './json-object.ts';

/** What CloudTrail writes as a JSON boolean; OCSF makes text of it. */
const BOOLEANS = new Set(['readOnly', 'managementEvent']);
/** Fields of a record are some ten levels deep. */
const DEEPEST = 64;
/** The last moment that a `Date` can hold. */
const LATEST = 8.64e15;

/** OCSF's `unmapped` with its dotted names taken apart: `{"a.b": "x"}` becomes `{"a": {"b": "x"}}`. */
export function nested(unmapped: JsonObject): JsonObject {
  const root: Tree = new Map();
  for (const [name, value] of Object.entries(unmapped)) {
    const path = name.split('.', DEEPEST + 1);
    if (path.length > DEEPEST) continue;
    const last = path.pop() ?? '';
    let here: Tree = root;
    for (const step of path) {
      const inner = here.get(step);
      const next: Tree = inner instanceof Map ? inner : new Map();
      here.set(step, next);
      here = next;
    }
    here.set(last, BOOLEANS.has(name) && (value === 'true' || value === 'false') ? value === 'true' : value);
  }
  return plain(root);
}

type Tree = Map<string, unknown>;

/** `Object.fromEntries` makes own fields of all names, `__proto__` too. */
function plain(tree: Tree): JsonObject {
  return Object.fromEntries(
    [...tree].map(([name, value]) => [name, value instanceof Map ? plain(value) : value]),
  );
}

/** Milliseconds since 1970 as CloudTrail writes a time. */
export function momentOf(milliseconds: unknown): string | undefined {
  if (typeof milliseconds !== 'number' || Math.abs(milliseconds) > LATEST) return undefined;
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/** The fields that there are. */
export function present(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
