import { realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { findLogFiles, type LogFile, type LogWindow } from '@firebreak/cloudtrail';
import type { QueryEngine } from '../query-engine.ts';
import { openCache } from './cache/open-cache.ts';
import { engineOf } from './engine-of.ts';
import { FolderAnswers, type OpenedFiles } from './folder-answers.ts';
import { Hunt } from './hunt-records.ts';
import { loadDuckDb } from './load-duckdb.ts';
import { LogShelf } from './log-shelf.ts';
import type { DuckDbOptions } from './open-duckdb.ts';
import { makePrivateFolder, removePrivateFolder } from './private-folder.ts';
import { setUp } from './set-up.ts';

/** With it a process stays below 600 MB over a million events. */
export const MEMORY_LIMIT = '400MB';

export interface DuckDbFolderOptions extends DuckDbOptions {
  /** Files outside of it are not listed. */
  readonly window?: LogWindow;
  /** Where converted folders are kept. The user's folder for caches when absent; `false` to use none. */
  readonly cacheFolder?: string | false;
  /** Files that the caller has listed already, by their real paths, instead of a walk through the folder. */
  readonly files?: readonly LogFile[];
  /** Called with each symbolic link that leads nowhere, and each file without a CloudTrail record once it was read. */
  readonly onSkipped?: (file: string) => void;
  /** Called before a query with the files that are opened for it. */
  readonly onFiles?: (opened: OpenedFiles) => void;
}

/** DuckDB over the log files of a folder, as they lie there. */
export interface DuckDbFolderEngine extends QueryEngine {
  readonly files: readonly LogFile[];
}

/**
 * Opens an engine over a folder of CloudTrail files, or one file, of any shape that `readTrail` knows. Files are listed
 * once. A query opens only those of its days, account and region; what was converted to Parquet is read from there as
 * long as its files are as they were. A file that breaks is used up to where it broke, and named in the result.
 * Queries can read nothing outside of the folder, the cache and a private folder, and change nothing.
 * @throws {LogsMissing} when the path is not there, or holds no log file.
 * @throws {SpoolFailed} when no private folder can be made.
 * @throws {QueryFailed} when DuckDB cannot be loaded on this machine.
 */
export async function openDuckDbFolder(
  path: string,
  options: DuckDbFolderOptions = {},
): Promise<DuckDbFolderEngine> {
  // DuckDB compares the folders it may read by their real paths.
  const root = await realpath(path).catch(() => path);
  const files = options.files ?? (await listedFiles(root, options));
  const cache = options.cacheFolder === false ? undefined : await openCache(root, options.cacheFolder);
  const folder = await makePrivateFolder(options.temporaryFolder ?? tmpdir());
  const remove = () => removePrivateFolder(folder);
  try {
    const duckdb = await loadDuckDb();
    const instance = await setUp(duckdb, {
      memoryLimit: MEMORY_LIMIT,
      ...options,
      folder,
      root,
      readable: cache === undefined ? [] : [cache.folder],
    });
    const answers = new FolderAnswers({
      files,
      cache,
      shelf: new LogShelf(folder, options.onSkipped),
      hunt: new Hunt(folder),
      onFiles: options.onFiles ?? (() => {}),
    });
    return { ...engineOf({ duckdb, instance, remove, answer: (asking) => answers.answer(asking) }), files };
  } catch (cause) {
    await remove();
    throw cause;
  }
}

function listedFiles(root: string, { window, onSkipped }: DuckDbFolderOptions): Promise<LogFile[]> {
  return findLogFiles(root, {
    ...(window === undefined ? {} : { window }),
    ...(onSkipped === undefined ? {} : { onBrokenLink: onSkipped }),
  });
}
