import { PolicyNotUnderstood, type StatementPlace } from './errors.ts';

/** The value as a list: policies write one value without brackets. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** The value as an object that has no other keys than those known; `undefined` lets every key pass. */
export function recordOf(
  value: unknown,
  known: readonly string[] | undefined,
  place: StatementPlace,
  element: string,
): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new PolicyNotUnderstood(place, element, 'is no object');
  }
  const stranger = Object.keys(value).find((key) => known !== undefined && !known.includes(key));
  if (stranger === undefined) return value as Readonly<Record<string, unknown>>;
  throw new PolicyNotUnderstood(place, stranger, 'is no policy element that firebreak knows');
}

/** The value or values as text; numbers and booleans are written out, as IAM does. */
export function textsOf(value: unknown, place: StatementPlace, element: string): readonly string[] {
  return listOf(value).map((item) => {
    if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean')
      return String(item);
    throw new PolicyNotUnderstood(place, element, 'holds something that is no text');
  });
}
