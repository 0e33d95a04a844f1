import { createHash } from 'node:crypto';
import type { BoundQuery, QueryEngine } from '@firebreak/athena';
import { Incident, journalPath } from '@firebreak/incident';
import { rowObject } from './row-writer.ts';
import { summaryLines } from './summary-lines.ts';

/**
 * Runs a query and keeps the answer as evidence of an incident: statement, values, engine, execution, what was read and
 * the rows. The journal has its hash.
 * @throws {IncidentMissing} when the folder is none of an incident's.
 */
export async function keepAnswer(
  engine: QueryEngine,
  query: BoundQuery,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  journalPath(folder);
  const { columns, rows, ...summary } = await engine.run(query, { signal });
  using incident = Incident.open(folder, { clock: () => new Date() });
  const { name, sql, values, parameters } = query;
  const content = `${JSON.stringify({ query: name, sql, values, parameters, ...summary, columns, rows: rows.map((row) => rowObject(columns, row)) }, null, 2)}\n`;
  await incident.keep({
    step: 'query',
    name: `${name.replaceAll(' ', '-')}.json`,
    content,
    what: `Rows of ${name} (${rows.length}) by ${summary.engine}`,
  });
  const hash = createHash('sha256').update(content).digest('hex');
  process.stderr.write(
    `${summaryLines(rows.length, summary).join('\n')}\nKept as evidence, SHA-256 ${hash}\n`,
  );
}
