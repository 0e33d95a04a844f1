import type { DuckDBConnection } from '@duckdb/node-api';
import type { LogFile } from '@firebreak/cloudtrail';
import { fileInError } from './file-in-error.ts';
import type { LogShelf } from './log-shelf.ts';
import { ALL_COLUMNS } from './needed-columns.ts';
import { trailView } from './trail-view.ts';

/** Small enough that a bad file costs little, large enough that many files cost few statements. */
const BATCH_FILES = 64;
/** A batch with more bad files than this is gone through one by one. */
const BAD_IN_BATCH = 3;

/**
 * Reads files batch by batch, to find all of those that DuckDB cannot read: the shelf distrusts them. A query that fails
 * at one file is repeated once after this, however many files are bad.
 */
export async function proveFiles(
  connection: DuckDBConnection,
  { shelf, files, signal }: { shelf: LogShelf; files: readonly LogFile[]; signal: AbortSignal },
): Promise<void> {
  const { placed, loose } = await shelf.sources(files, { signal });
  const open = [...placed, ...loose].filter((path) => !shelf.proven.has(path));
  const isPlaced = new Set(placed);
  for (let index = 0; index < open.length; index += BATCH_FILES) {
    await proveBatch(open.slice(index, index + BATCH_FILES), { connection, shelf, isPlaced, signal });
  }
}

interface Proving {
  readonly connection: DuckDBConnection;
  readonly shelf: LogShelf;
  readonly isPlaced: ReadonlySet<string>;
  readonly signal: AbortSignal;
}

async function proveBatch(batch: readonly string[], proving: Proving): Promise<void> {
  let left = batch;
  for (let bad = 0; left.length > 0; bad += 1) {
    const failed = await firstUnreadable(left, proving);
    if (failed === undefined) {
      for (const path of left) proving.shelf.proven.add(path);
      return;
    }
    proving.shelf.distrust(failed);
    left = left.filter((path) => path !== failed);
    if (bad < BAD_IN_BATCH || left.length < 2) continue;
    for (const path of left) await proveBatch([path], proving);
    return;
  }
}

async function firstUnreadable(
  paths: readonly string[],
  { connection, isPlaced, signal }: Proving,
): Promise<string | undefined> {
  signal.throwIfAborted();
  const sources = {
    placed: paths.filter((path) => isPlaced.has(path)),
    loose: paths.filter((path) => !isPlaced.has(path)),
    ...{ spooled: [], parquet: [], longestLine: 0 },
  };
  try {
    await connection.run(trailView(sources, ALL_COLUMNS));
    await connection.run('SELECT count(eventname) FROM cloudtrail_logs');
    return undefined;
  } catch (cause) {
    signal.throwIfAborted();
    const path = fileInError(cause instanceof Error ? cause.message : String(cause), paths);
    if (path === undefined) throw cause;
    return path;
  }
}
