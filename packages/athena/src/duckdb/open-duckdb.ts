import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { QueryEngine } from '../query-engine.ts';
import { engineOf } from './engine-of.ts';
import { loadDuckDb } from './load-duckdb.ts';
import { ALL_COLUMNS } from './needed-columns.ts';
import { makePrivateFolder, removePrivateFolder } from './private-folder.ts';
import { ask } from './query-answer.ts';
import { setUp } from './set-up.ts';
import { type SpooledRecords, spoolRecords } from './spool-records.ts';
import { trailView } from './trail-view.ts';

export interface DuckDbOptions {
  /** Where the private folder is made. The system's folder for temporary files when absent. */
  readonly temporaryFolder?: string;
  /** Threads that one query may use. As many as there are cores when absent. */
  readonly threads?: number;
  /** The most memory that queries may use, such as `512MB`. What does not fit goes to the private folder. */
  readonly memoryLimit?: string;
}

/** DuckDB over a set of records that was spooled for it. */
export interface DuckDbEngine extends QueryEngine {
  readonly spooled: SpooledRecords;
}

/**
 * Opens an engine over CloudTrail records, given as delivered. They are spooled into a private folder (mode 0700),
 * which `close()` removes; memory stays bounded however many there are. Nothing is fetched from a network, and
 * queries can read no other file. The records stay as strings: what a field holds of an unexpected type is null or
 * JSON text in the table, see `trailRow`.
 * @throws {SpoolFailed} when the records cannot be written.
 * @throws {QueryFailed} when DuckDB cannot be loaded on this machine.
 */
export async function openDuckDb(
  records: AsyncIterable<Record<string, unknown>>,
  options: DuckDbOptions = {},
): Promise<DuckDbEngine> {
  const folder = await makePrivateFolder(options.temporaryFolder ?? tmpdir());
  try {
    const path = join(folder, 'records.ndjson');
    const spooled = await spoolRecords(records, path);
    const sources = { placed: [], loose: [], parquet: [], spooled: [path], longestLine: spooled.longestLine };
    const duckdb = await loadDuckDb();
    const instance = await setUp(duckdb, { ...options, folder });
    const engine = engineOf({
      duckdb,
      instance,
      answer: async (asking) => {
        await asking.connection.run(trailView(sources, ALL_COLUMNS));
        return { ...(await ask(asking)), summary: { bytesRead: spooled.bytes, setAside: [] } };
      },
      remove: () => removePrivateFolder(folder),
    });
    return { ...engine, spooled };
  } catch (cause) {
    await removePrivateFolder(folder);
    throw cause;
  }
}
