import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { bindParameters, readSavedQueries } from '@firebreak/athena';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executionParameters } from '../../packages/athena/src/athena/execution-parameters.ts';
import { type CaseRoom, openCaseRoom } from '../../packages/athena/src/testing/case-room.ts';
import { startTrino, type Trino } from './start-trino.ts';
import { askTrino, type TrinoResult } from './trino-client.ts';
import { tableOf, trailColumns } from './trino-table.ts';

interface Case {
  readonly name: string;
  readonly now: string;
  readonly parameters: Record<string, string>;
  readonly records: Record<string, unknown>[];
}

const FOLDER = join(import.meta.dirname, '../../sql');
const queries = [...(await readSavedQueries(FOLDER)).values()];
const columns = await trailColumns();
const started = await startTrino({ fetch: process.env['FIREBREAK_OFFLINE'] !== '1' });
const compared = new Map<string, { cases: number; rows: number; cells: number; different: number }>();
let schemas = 0;
const casesOf = new Map<string, Case[]>();
for (const file of await readdir(join(FOLDER, 'cases'))) {
  const text = await readFile(join(FOLDER, 'cases', file), 'utf8');
  casesOf.set(basename(file, '.json'), (JSON.parse(text) as { cases: Case[] }).cases);
}

if ('missing' in started) {
  process.stdout.write(`Skipped, nothing was compared with Trino: ${started.missing}.\n`);
  test.skip(`saved queries on Trino (${started.missing})`, () => {});
} else {
  compareOn(started);
}

function compareOn(trino: Trino): void {
  let version = '';
  let room: CaseRoom;
  beforeAll(async () => {
    room = await openCaseRoom();
    const pom = await readFile(join(import.meta.dirname, 'pom.xml'), 'utf8');
    version = /<trino.version>(\d+)</.exec(pom)?.[1] ?? '';
  });
  afterAll(async () => {
    process.stdout.write(`${tableOfComparison(version)}\n`);
    await room.close();
    await trino[Symbol.asyncDispose]();
  });
  describe.each(queries)('$name', (query) => {
    const cases = casesOf.get(query.name) ?? [];
    test.concurrent.for(cases)('$name', async ({ now, parameters, records }) => {
      const bound = bindParameters(query, parameters, () => new Date(now));
      const ours = await room.run(records, bound);
      const theirs = await onTrino(trino, bound.sql, executionParameters(bound) ?? [], records);
      const known = compared.get(query.name) ?? { cases: 0, rows: 0, cells: 0, different: 0 };
      compared.set(query.name, {
        cases: known.cases + 1,
        rows: known.rows + theirs.rows.length,
        cells: known.cells + theirs.rows.flat().length,
        different: known.different + differences(ours.rows, theirs.rows),
      });
      expect(ours.columns.map(({ name }) => name)).toEqual(theirs.columns.map(({ name }) => name));
      expect(ours.rows).toEqual(theirs.rows);
      expect(ours.columns.map(({ type }) => type)).toEqual(theirs.columns.map(({ type }) => bareType(type)));
    });
  });
}

/** As Athena runs it: the values are the texts of literals. */
async function onTrino(
  { url }: Trino,
  sql: string,
  literals: readonly string[],
  records: readonly object[],
): Promise<TrinoResult> {
  schemas += 1;
  const schema = `case_${schemas}`;
  await askTrino(url, `CREATE SCHEMA memory.${schema}`);
  await askTrino(url, tableOf(schema, columns, records));
  try {
    return await askTrino(
      url,
      `EXECUTE IMMEDIATE '${sql.replaceAll("'", "''")}' USING ${literals.join(', ')}`,
      schema,
    );
  } finally {
    await askTrino(url, `DROP TABLE memory.${schema}.cloudtrail_logs`);
  }
}

function differences(ours: readonly unknown[][], theirs: readonly unknown[][]): number {
  const cells = theirs.flatMap((row, y) => row.map((cell, x) => [cell, ours[y]?.[x]]));
  const missing = Math.max(0, ours.length - theirs.length) * (ours[0]?.length ?? 0);
  return missing + cells.filter(([a, b]) => JSON.stringify(a) !== JSON.stringify(b)).length;
}

/** Trino says how long a text may be where it knows; Athena does not. */
function bareType(type: string): string {
  return type.replaceAll(/\b(varchar|char)\(\d+\)/g, '$1');
}

function tableOfComparison(version: string): string {
  const lines = [...compared].map(([name, { cases, rows, cells, different }]) =>
    [name.padEnd(40), cases, rows, cells, different].join('\t'),
  );
  return [
    `Trino ${version} and DuckDB, cell by cell`,
    'query\tcases\trows\tcells\tdifferent',
    ...lines.sort(),
  ].join('\n');
}
