import type { QueryResult } from '@firebreak/athena';
import type { StepRun } from '../engine/step-run.ts';
import { LogsNotGiven } from '../errors.ts';
import type { Fence } from '../format/step-fence.ts';

/** The journal and the screens take this many rows; the evidence has all. */
const ROWS_SHOWN = 200;

/** A saved query over the logs. Its rows, its text and its parameters are evidence. */
export async function performQuery(run: StepRun, fence: Fence<'query'>): Promise<void> {
  const { logs, frontEnd, incident, signal } = run.context;
  if (logs === undefined) throw noLogs(fence.query);
  const parameters: Record<string, string> = {};
  for (const [name, text] of Object.entries(fence.with ?? {})) {
    const value = run.value(text);
    if (value !== null && value !== undefined) parameters[name] = String(value);
  }
  const { title, empty, bound } = logs.bind(fence.query, parameters);
  await frontEnd.tell({ type: 'progress', what: `Running ${fence.query} over ${logs.description}` });
  const result = await logs.run(bound, signal);
  const { columns, rows, ...summary } = result;
  await incident.keep({
    step: run.id,
    name: `${fence.query}.json`,
    content: `${JSON.stringify({ query: fence.query, sql: bound.sql, parameters: bound.parameters, ...summary, columns, rows }, null, 2)}\n`,
    what: `Rows of saved query ${fence.query} (${rows.length}) by ${summary.engine} over ${logs.description}${incompleteness(result)}`,
  });
  await incident.record({
    type: 'fact.found',
    step: run.id,
    fact: {
      kind: 'table',
      title: `${title}${rows.length > ROWS_SHOWN ? ` (first ${ROWS_SHOWN} of ${rows.length} rows)` : ''}${incompleteness(result)}`,
      columns: columns.map(({ name }) => name),
      rows: rows.slice(0, ROWS_SHOWN),
      empty,
    },
  });
  await run.save(fence.save, asObjects(result));
}

/** Nobody may take an answer for whole that went without a file. */
function incompleteness({ setAside }: QueryResult): string {
  if (setAside.length === 0) return '';
  return `; ${setAside.length} broken log file${setAside.length === 1 ? '' : 's'} read only in part`;
}

/** Rows as objects, which is what expressions read. */
function asObjects({ columns, rows }: QueryResult): Record<string, unknown>[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index]])));
}

function noLogs(query: string): LogsNotGiven {
  return new LogsNotGiven(`Cannot run saved query ${query}: no logs were given`, {
    remedy: 'Begin again with --logs DIR, a folder of CloudTrail files; or skip this step.',
  });
}
