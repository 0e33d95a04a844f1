/** CI tries all cases of the tests that play the program over and over, and so does FIREBREAK_THOROUGH=1. */
const THOROUGH = process.env['CI'] === 'true' || process.env['FIREBREAK_THOROUGH'] === '1';

/** A few cases, spread evenly over all of them; all of them in CI. */
export function someOf<T>(cases: readonly T[], few: number): T[] {
  if (THOROUGH) return [...cases];
  return cases.filter(
    (_, index) => Math.floor((index * few) / cases.length) !== Math.floor(((index - 1) * few) / cases.length),
  );
}
