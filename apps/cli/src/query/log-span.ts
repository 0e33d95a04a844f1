import type { DuckDbFolderEngine, SavedQuery } from '@firebreak/athena';

/** From when to when there are logs; ISO 8601 in UTC. */
export interface LogSpan {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;

/**
 * What a folder of logs spans: by its folders, where all files lie in folders of days, which takes no reading. A file
 * may lie a day after its events, so that the span begins a day early.
 */
export async function logSpan(engine: DuckDbFolderEngine, signal: AbortSignal): Promise<LogSpan | undefined> {
  const days = engine.files.map(({ day }) => day?.replaceAll('/', '-')).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first !== undefined && last !== undefined && !days.includes(undefined)) {
    const from = new Date(Date.parse(`${first}T00:00:00Z`) - DAY_MS).toISOString();
    return { from, to: `${last}T23:59:59Z` };
  }
  const sql = 'SELECT min(eventtime), max(eventtime) FROM cloudtrail_logs';
  const { rows } = await engine.run({ name: 'the span', sql, values: [], parameters: {} }, { signal });
  const [from, to] = (rows[0] ?? []).map((time) => new Date(String(time)));
  if (from === undefined || to === undefined || Number.isNaN(from.getTime() + to.getTime())) return undefined;
  return { from: from.toISOString(), to: new Date(to.getTime() + 1_000).toISOString() };
}

/**
 * Over files that somebody brought, the window is all of them: they may be years old. A query that compares with an
 * earlier time keeps its own window.
 */
export function windowOver(
  span: LogSpan,
  { parameters }: Pick<SavedQuery, 'parameters'>,
): Record<string, string> {
  const times = parameters.filter(({ type }) => type === 'time').map(({ name }) => name);
  if (times.sort().join() !== 'since,until') return {};
  return { since: span.from, until: span.to };
}
