import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bindParameters } from './bind-parameters.ts';
import { readSavedQueries } from './saved-queries.ts';
import { openCaseRoom } from './testing/case-room.ts';

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
const room = await openCaseRoom();
afterAll(() => room.close());
const files = (await readdir(join(FOLDER, 'cases'))).sort();

test('every saved query has a file of cases, and every file a query', () => {
  expect(files.map((file) => basename(file, '.json'))).toEqual([...queries.keys()]);
});

for (const [name, query] of queries) {
  const { cases } = JSON.parse(await readFile(join(FOLDER, 'cases', `${name}.json`), 'utf8')) as {
    cases: Case[];
  };
  describe(name, () => {
    test.each(cases)('$name', async ({ now, parameters, records, columns, rows }) => {
      const bound = bindParameters(query, parameters, () => new Date(now));
      const result = await room.run(records, bound);
      expect(result.columns.map((column) => column.name)).toEqual(columns);
      expect(result.rows).toEqual(rows);
    });
  });
}
