import type { SavedQuery } from '@firebreak/athena';
import { safeText } from '@firebreak/untrusted';
import { savedQueries } from '../content.ts';
import { UsageProblem } from '../errors.ts';

/** @throws {UsageProblem} when there is none of the name. */
export async function queryNamed(name: string): Promise<SavedQuery> {
  const queries = await savedQueries();
  const query = queries.get(name);
  if (query === undefined) throw noSuchQuery(name, [...queries.keys()]);
  return query;
}

/** There are too many queries to name them all, so the ones that look alike are. */
export function noSuchQuery(name: string, known: readonly string[]): UsageProblem {
  const words = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);
  const alike = known.filter((other) => words.some((word) => other.includes(word.slice(0, 5)))).slice(0, 5);
  return new UsageProblem(`Cannot run query: there is no saved query "${safeText(name.slice(0, 80))}"`, {
    remedy:
      alike.length > 0
        ? `Did you mean ${alike.join(', ')}? All are in: firebreak query list`
        : 'List the saved queries with: firebreak query list',
  });
}
