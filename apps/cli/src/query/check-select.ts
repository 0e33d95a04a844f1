import { sqlTokens } from '@firebreak/athena';
import { UsageProblem } from '../errors.ts';

/**
 * Lets one SELECT pass and nothing that changes anything.
 * @throws {UsageProblem} for any other statement, and for more than one.
 */
export function checkSelect(sql: string): void {
  const tokens = sqlTokens(sql).filter(({ kind }) => kind !== 'space');
  const [first] = tokens;
  const end = tokens.findIndex(({ text }) => text === ';');
  if (first === undefined || !/^(?:select|with)$/i.test(first.text) || (end !== -1 && end < tokens.length))
    throw new UsageProblem('Cannot run the statement: it is not one SELECT', {
      remedy:
        "Give one SELECT without a semicolon, such as 'SELECT eventname, count(*) FROM cloudtrail_logs GROUP BY 1'.",
    });
}
