import { bindParameters, type SavedQuery } from '@firebreak/athena';
import type { BoundSavedQuery } from '@firebreak/runbook';
import { type LogSpan, windowOver } from '../query/log-span.ts';
import { noSuchQuery } from '../query/query-named.ts';

/**
 * Binds a saved query over logs that span a time: all of it is the window, and an age such as 7d counts back from its
 * end, since the logs may be years old.
 */
export function bindSaved(
  queries: ReadonlyMap<string, SavedQuery>,
  name: string,
  parameters: Readonly<Record<string, string>>,
  span: LogSpan | undefined,
): BoundSavedQuery {
  const query = queries.get(name);
  if (query === undefined) throw noSuchQuery(name, [...queries.keys()]);
  const window = span === undefined ? {} : windowOver(span, query);
  const now = new Date(span?.to ?? Date.now());
  const bound = bindParameters(query, { ...window, ...parameters }, () => now);
  return { title: query.title, empty: query.empty, bound };
}
