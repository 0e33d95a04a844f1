import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bindParameters } from './bind-parameters.ts';
import { openDuckDb } from './duckdb/open-duckdb.ts';
import { readSavedQueries } from './saved-queries.ts';
import { recordsOf } from './testing/records.ts';

interface Case {
  readonly name: string;
  readonly now: string;
  readonly parameters: Record<string, string>;
  readonly records: Record<string, unknown>[];
  readonly columns: string[];
  readonly rows: unknown[][];
}

const FOLDER = join(import.meta.dirname, '../../../sql');
const queries = await readSavedQueries(FOLDER);
const files = (await readdir(join(FOLDER, 'cases'))).sort();

test('every saved query has a file of cases, and every file a query', () => {
  expect(files.map((file) => basename(file, '.json'))).toEqual([...queries.keys()]);
});

test.each([...queries.values()])('$name limits its partitions by day', ({ sql, bindings }) => {
  expect(sql).toContain('day BETWEEN ? AND ?');
  expect(bindings).toEqual(expect.arrayContaining(['since.day', 'until.next-day']));
});

for (const [name, query] of queries) {
  const { cases } = JSON.parse(await readFile(join(FOLDER, 'cases', `${name}.json`), 'utf8')) as {
    cases: Case[];
  };
  describe(name, () => {
    test.each(cases)('$name', async ({ now, parameters, records, columns, rows }) => {
      const bound = bindParameters(query, parameters, () => new Date(now));
      const engine = await openDuckDb(recordsOf(...records));
      const result = await engine.run(bound).finally(() => engine.close());
      expect(result.columns.map((column) => column.name)).toEqual(columns);
      expect(result.rows).toEqual(rows);
    });
  });
}
