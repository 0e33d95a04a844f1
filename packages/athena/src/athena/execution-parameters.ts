import { QueryFailed } from '../errors.ts';
import type { BoundQuery, BoundValue } from '../query-engine.ts';

/** "ExecutionParameters" in the Athena API Reference, "StartQueryExecution". */
const LONGEST_PARAMETER = 1024;

/** "QueryString" in the Athena API Reference, "StartQueryExecution". */
const LONGEST_STATEMENT = 262_144;

/**
 * The values of a query as Athena takes them: the text of one SQL literal for each `?` (Athena User Guide, "Use
 * prepared statements"). None for a query without a `?`, since Athena refuses an empty list.
 * @throws {QueryFailed} when Athena would refuse the statement or a value for its length. Values are never repeated.
 */
export function executionParameters({ name, sql, values }: BoundQuery): string[] | undefined {
  if (sql.length === 0 || sql.length > LONGEST_STATEMENT) {
    throw new QueryFailed(`Cannot run ${name}: Athena takes statements of 1 to 262,144 characters`, {
      remedy: 'Shorten the statement.',
    });
  }
  if (values.length === 0) return undefined;
  return values.map((value) => {
    const literal = literalText(value);
    if (literal === undefined || literal.length > LONGEST_PARAMETER) {
      throw new QueryFailed(`Cannot run ${name}: Athena cannot take the value of ${value.binding}`, {
        remedy: `Give a value of at most ${LONGEST_PARAMETER} characters, quotes included.`,
      });
    }
    return literal;
  });
}

function literalText({ type, value }: BoundValue): string | undefined {
  if (type === 'bigint') return /^-?\d+$/.test(value) ? value : undefined;
  return value.isWellFormed() && !/\p{Cc}/u.test(value) ? `'${value.replaceAll("'", "''")}'` : undefined;
}
