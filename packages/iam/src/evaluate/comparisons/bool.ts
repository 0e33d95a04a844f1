import { comparisonOf } from './comparison.ts';

/** `true` or `false` in any case, or nothing. */
export function readBool(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  if (lower === 'true') return true;
  return lower === 'false' ? false : undefined;
}

/** The `Bool` operator. */
export const bool = comparisonOf(
  '"true" or "false"',
  readBool,
  (requested, written) => requested === written,
);
