import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineOf } from '../duckdb/engine-of.ts';
import { loadDuckDb } from '../duckdb/load-duckdb.ts';
import { neededColumns } from '../duckdb/needed-columns.ts';
import { makePrivateFolder, removePrivateFolder } from '../duckdb/private-folder.ts';
import { ask } from '../duckdb/query-answer.ts';
import { setUp } from '../duckdb/set-up.ts';
import { spoolRecords } from '../duckdb/spool-records.ts';
import { trailView } from '../duckdb/trail-view.ts';
import type { BoundQuery, QueryResult } from '../query-engine.ts';
import { recordsOf } from './records.ts';

/** Runs many queries, each over records of its own, in one DuckDB: opening one takes longer than most queries. */
export interface CaseRoom {
  run(records: readonly Record<string, unknown>[], query: BoundQuery): Promise<QueryResult>;
  close(): Promise<void>;
}

export async function openCaseRoom(): Promise<CaseRoom> {
  const folder = await makePrivateFolder(tmpdir());
  const duckdb = await loadDuckDb();
  const instance = await setUp(duckdb, { folder, threads: 1 });
  let cases = 0;
  return {
    async run(records, query) {
      cases += 1;
      const path = join(folder, `case-${cases}.ndjson`);
      const { longestLine } = await spoolRecords(recordsOf(...records), path);
      const sources = { placed: [], loose: [], parquet: [], spooled: [path], longestLine };
      const engine = engineOf({
        duckdb,
        instance,
        answer: async (asking) => {
          await asking.connection.run(trailView(sources, neededColumns(query.sql)));
          return { ...(await ask(asking)), summary: { setAside: [] } };
        },
        remove: async () => {},
      });
      return engine.run(query);
    },
    async close() {
      instance.closeSync();
      await removePrivateFolder(folder);
    },
  };
}
