import type { AdviceRecord, Condition, Sign } from './advice-record.ts';
import type { Facts } from './fact.ts';

/**
 * The type of a credential, by the first record that has a sign of it: a record that is more special stands before one
 * that is more general.
 */
export function recognise(
  known: Facts,
  records: readonly AdviceRecord[],
): { readonly record: AdviceRecord; readonly sign: Sign } | undefined {
  for (const record of records) {
    const sign = record.signs.find(({ when }) => when.every((condition) => holds(condition, known)));
    if (sign !== undefined) return { record, sign };
  }
  return undefined;
}

function holds(condition: Condition, known: Facts): boolean {
  const value = known[condition.fact];
  if ('absent' in condition) return value === undefined;
  if (value === undefined) return false;
  return 'is' in condition ? condition.is.includes(value) : new RegExp(condition.like, 'u').test(value);
}
