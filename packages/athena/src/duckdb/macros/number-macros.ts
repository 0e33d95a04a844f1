/** `greatest` and `least` give NULL when either side is NULL. */
export const NUMBER_MACROS: readonly string[] = [
  'greatest(a, b) AS CASE WHEN a IS NULL OR b IS NULL THEN NULL WHEN a > b THEN a ELSE b END',
  'least(a, b) AS CASE WHEN a IS NULL OR b IS NULL THEN NULL WHEN a < b THEN a ELSE b END',
  'bitwise_and(a, b) AS (a & b)',
  'bitwise_or(a, b) AS (a | b)',
  'bitwise_xor(a, b) AS xor(a, b)',
];
