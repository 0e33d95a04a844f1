import type { DuckDbFolderEngine, SavedQuery } from '@firebreak/athena';

/** From when to when there are logs; ISO 8601 in UTC. */
export interface LogSpan {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;
const DAY_END = 'T23:59:59Z';

/**
 * What a folder of logs spans: by its folders, where all files lie in folders of days, which takes no reading. A file
 * may lie a day after its events, so that the span begins a day early.
 */
export async function logSpan(engine: DuckDbFolderEngine, signal: AbortSignal): Promise<LogSpan | undefined> {
  const days = engine.files.map(({ day }) => wholeDay(day)).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first !== undefined && last !== undefined && !days.includes(undefined)) {
    const from = new Date(Date.parse(`${first}T00:00:00Z`) - DAY_MS).toISOString();
    return { from, to: `${last}${DAY_END}` };
  }
  const sql = 'SELECT min(eventtime), max(eventtime) FROM cloudtrail_logs WHERE day IS NOT NULL';
  const { rows } = await engine.run({ name: 'the span', sql, values: [], parameters: {} }, { signal });
  const [from, to] = (rows[0] ?? []).map((time) => new Date(String(time)));
  if (from === undefined || to === undefined || Number.isNaN(from.getTime() + to.getTime())) return undefined;
  return { from: from.toISOString(), to: new Date(to.getTime() + 1_000).toISOString() };
}

/** `yyyy-mm-dd`; nothing where the folders of a file say less, or name a day that its month has not. */
function wholeDay(day: string | undefined): string | undefined {
  const name = day?.replaceAll('/', '-') ?? '';
  const time = Date.parse(`${name}T00:00:00Z`);
  const isDay = name.length === 'yyyy-mm-dd'.length && !Number.isNaN(time);
  return isDay && new Date(time).toISOString().startsWith(name) ? name : undefined;
}

/**
 * What `now` is for a query over logs, so that "1h" is their last hour. Where folders told the span, it ends with a day,
 * not with an event: then the files of that day are read, if the query counts back at all.
 */
export async function logNow(
  engine: DuckDbFolderEngine,
  { span, query, values }: { span: LogSpan; query: SavedQuery; values: Readonly<Record<string, string>> },
  signal: AbortSignal,
): Promise<Date> {
  const countsBack = query.parameters.some(
    ({ type, name, default: value }) => type === 'time' && /^\d+[mhdw]$/.test(values[name] ?? value ?? ''),
  );
  if (!countsBack || !span.to.endsWith(DAY_END)) return new Date(span.to);
  const day = span.to.slice(0, 'yyyy-mm-dd'.length).replaceAll('-', '/');
  const limits = ['since.day', 'until.next-day'].map(
    (binding) => ({ binding, type: 'varchar', value: day }) as const,
  );
  const sql = 'SELECT max(eventtime) FROM cloudtrail_logs WHERE day BETWEEN ? AND ?';
  const { rows } = await engine.run(
    { name: 'the last event', sql, values: limits, parameters: {} },
    { signal },
  );
  const last = Date.parse(String(rows[0]?.[0]));
  return new Date(Number.isNaN(last) ? span.to : Math.min(last, Date.parse(span.to)));
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
