import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QueryFailed, SpoolFailed } from '../errors.ts';
import type { QueryEngine, QueryResult } from '../query-engine.ts';
import { loadDuckDb } from './load-duckdb.ts';
import { runQuery } from './run-query.ts';
import { setUp } from './set-up.ts';
import { type SpooledRecords, spoolRecords } from './spool-records.ts';

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
  const folder = await privateFolder(options.temporaryFolder ?? tmpdir());
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    const path = join(folder, 'records.ndjson');
    const spooled = await spoolRecords(records, path);
    const duckdb = await loadDuckDb();
    const instance = await setUp(duckdb, { ...options, folder, path, spooled }).catch((cause: unknown) => {
      throw new QueryFailed('Cannot open DuckDB: it refused its settings', {
        remedy: 'Check the memory limit and the number of threads.',
        cause,
      });
    });
    const closing = new AbortController();
    const running = new Set<Promise<QueryResult>>();
    return {
      spooled,
      run: (query, { signal } = {}) => {
        const stop = AbortSignal.any([closing.signal, ...(signal === undefined ? [] : [signal])]);
        const result = runQuery({ duckdb, instance, query, bytes: spooled.bytes, signal: stop });
        running.add(result);
        return result.finally(() => running.delete(result));
      },
      close: async () => {
        if (closing.signal.aborted) return;
        closing.abort(closed());
        // Native code must not lose its database under a running query.
        await Promise.allSettled(running);
        instance.closeSync();
        await remove();
      },
    };
  } catch (cause) {
    await remove();
    throw cause;
  }
}

async function privateFolder(parent: string): Promise<string> {
  try {
    // DuckDB compares the folders it may read by their real paths.
    return await realpath(await mkdtemp(join(parent, 'firebreak-logs-')));
  } catch (cause) {
    throw new SpoolFailed('Cannot prepare logs for queries: no private folder can be made', {
      remedy: 'Set TMPDIR to a folder that you may write to.',
      where: parent,
      cause,
    });
  }
}

function closed(): QueryFailed {
  return new QueryFailed('Cannot run the query: the engine is closed', {
    remedy: 'Open the logs again before asking.',
  });
}
