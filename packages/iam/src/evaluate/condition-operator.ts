import { arnLike } from './comparisons/arn.ts';
import { binaryEquals } from './comparisons/binary.ts';
import { bool } from './comparisons/bool.ts';
import type { Comparison } from './comparisons/comparison.ts';
import { date } from './comparisons/date.ts';
import { ipAddress } from './comparisons/ip-address.ts';
import { numeric } from './comparisons/numeric.ts';
import { stringEquals, stringEqualsIgnoreCase, stringLike } from './comparisons/string.ts';

/** A condition operator, taken apart. */
export interface ConditionOperator {
  /** `all` for `ForAllValues:`, `any` for `ForAnyValue:`, `one` without either. */
  readonly values: 'all' | 'any' | 'one';
  readonly comparison: Comparison;
  /** Holds when no policy value fits, such as `StringNotEquals`. */
  readonly negated: boolean;
  readonly ifExists: boolean;
}

const QUALIFIERS = { 'ForAllValues:': 'all', 'ForAnyValue:': 'any' } as const;

const POSITIVE: Readonly<Record<string, Comparison>> = {
  StringEquals: stringEquals,
  StringEqualsIgnoreCase: stringEqualsIgnoreCase,
  StringLike: stringLike,
  ArnEquals: arnLike,
  ArnLike: arnLike,
  NumericEquals: numeric((requested, written) => requested === written),
  NumericLessThan: numeric((requested, written) => requested < written),
  NumericLessThanEquals: numeric((requested, written) => requested <= written),
  NumericGreaterThan: numeric((requested, written) => requested > written),
  NumericGreaterThanEquals: numeric((requested, written) => requested >= written),
  DateEquals: date((requested, written) => requested === written),
  DateLessThan: date((requested, written) => requested < written),
  DateLessThanEquals: date((requested, written) => requested <= written),
  DateGreaterThan: date((requested, written) => requested > written),
  DateGreaterThanEquals: date((requested, written) => requested >= written),
  Bool: bool,
  BinaryEquals: binaryEquals,
  IpAddress: ipAddress,
};

/** Each negated operator and the one that it negates. */
const NEGATED: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NumericNotEquals: 'NumericEquals',
  DateNotEquals: 'DateEquals',
  NotIpAddress: 'IpAddress',
};

/**
 * Takes an operator apart, or returns nothing for one that AWS does not document. `Null` is not among them: it
 * compares nothing.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 */
export function conditionOperator(name: string): ConditionOperator | undefined {
  const qualifier = Object.entries(QUALIFIERS).find(([prefix]) => name.startsWith(prefix));
  const unqualified = name.slice(qualifier?.[0].length ?? 0);
  const ifExists = unqualified.endsWith('IfExists');
  const base = ifExists ? unqualified.slice(0, -'IfExists'.length) : unqualified;
  const opposite = Object.hasOwn(NEGATED, base) ? NEGATED[base] : undefined;
  const positive = opposite ?? base;
  const comparison = Object.hasOwn(POSITIVE, positive) ? POSITIVE[positive] : undefined;
  if (comparison === undefined) return undefined;
  return { values: qualifier?.[1] ?? 'one', comparison, negated: opposite !== undefined, ifExists };
}
