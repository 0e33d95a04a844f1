import { readBool } from './comparisons/bool.ts';
import type { ValueTest } from './comparisons/comparison.ts';
import { type ConditionOperator, conditionOperator } from './condition-operator.ts';
import { PolicyNotUnderstood, type StatementPlace } from './errors.ts';
import type { RequestContext } from './request-context.ts';

/** One operator on one key, ready to be asked. It throws {@link PolicyNotUnderstood} where AWS defines no answer. */
export type Condition = (context: RequestContext) => boolean;

/** A line of a `Condition` block. */
export interface ConditionLine {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/**
 * Reads one line of a `Condition` block.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 */
export function readCondition(line: ConditionLine, place: StatementPlace, variables: boolean): Condition {
  if (line.operator === 'Null') return readNull(line, place);
  const operator = conditionOperator(line.operator);
  if (operator === undefined) {
    throw new PolicyNotUnderstood(place, line.operator, 'is no condition operator that firebreak knows');
  }
  const tests = line.values.map((value) => {
    const test = operator.comparison.read(value, variables);
    if (test !== undefined) return test;
    throw new PolicyNotUnderstood(
      place,
      line.operator,
      `expects ${operator.comparison.expects}, not "${value}"`,
    );
  });
  const fits = valueFits(operator, tests, (reason) => new PolicyNotUnderstood(place, line.operator, reason));
  const key = line.key.toLowerCase();

  if (operator.values !== 'one')
    return (context) => setHolds(operator, context.get(key) ?? [], context, fits);
  return (context) => {
    const [value, ...more] = context.get(key) ?? [];
    if (value === undefined) return operator.negated || operator.ifExists;
    if (more.length === 0) return fits(value, context);
    throw new PolicyNotUnderstood(
      place,
      line.operator,
      `needs ForAllValues or ForAnyValue, for the request has several values of "${line.key}"`,
    );
  };
}

/** `Null`: `true` asks for the key to be absent, `false` for it to be present. */
function readNull(line: ConditionLine, place: StatementPlace): Condition {
  const wanted = line.values.map((value) => {
    const absent = readBool(value);
    if (absent !== undefined) return absent;
    throw new PolicyNotUnderstood(place, line.operator, `expects "true" or "false", not "${value}"`);
  });
  return (context) => wanted.includes(!context.has(line.key.toLowerCase()));
}

/**
 * Without any value `ForAllValues` holds and `ForAnyValue` does not, negated or not, with `IfExists` or without.
 * Source: IAM User Guide, "Single-valued vs. multivalued context keys".
 */
function setHolds(
  { values }: ConditionOperator,
  given: readonly string[],
  context: RequestContext,
  fits: (value: string, context: RequestContext) => boolean,
): boolean {
  const set = given.every((value) => value === '') ? [] : given;
  return values === 'all'
    ? set.every((value) => fits(value, context))
    : set.some((value) => fits(value, context));
}

/** Several policy values are joined by OR, those of a negated operator by NOR. */
function valueFits(
  { negated }: ConditionOperator,
  tests: readonly ValueTest[],
  notUnderstood: (reason: string) => PolicyNotUnderstood,
): (value: string, context: RequestContext) => boolean {
  return (value, context) => {
    const answers = tests.map((test) => test(value, context));
    if (answers.includes(true)) return !negated;
    if (negated && answers.includes('unresolved')) {
      // AWS says only that the statement "might" be invalid then, which could mean either outcome.
      throw notUnderstood('has a variable without a value in this request');
    }
    return negated;
  };
}
