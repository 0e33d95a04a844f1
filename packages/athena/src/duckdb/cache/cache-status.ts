import { realpath, rm, stat } from 'node:fs/promises';
import { CacheFailed } from '../../errors.ts';
import { trailCacheFolder } from './cache-folder.ts';
import { lockCache } from './cache-lock.ts';
import { isFresh, readManifest } from './manifest.ts';

/** What the cache of a folder of logs holds. */
export interface CacheStatus {
  readonly folder: string;
  /** Log files whose rows it holds, as they are now. */
  readonly files: number;
  /** Log files whose rows it holds for nothing: one of them, or its neighbour in a chunk, changed or is gone. */
  readonly stale: number;
  readonly rows: number;
  readonly bytes: number;
}

/** Says what is converted of a folder of logs; nothing of it is changed. */
export async function cacheStatus(
  path: string,
  { cacheFolder }: { cacheFolder?: string } = {},
): Promise<CacheStatus> {
  const root = await realpath(path).catch(() => path);
  const folder = trailCacheFolder(root, cacheFolder);
  const status = { folder, files: 0, stale: 0, rows: 0, bytes: 0 };
  for (const chunk of (await readManifest(folder, root)).chunks) {
    status.bytes += chunk.bytes;
    if (await isFresh(folder, chunk)) {
      status.files += chunk.sources.length;
      status.rows += chunk.rows;
    } else status.stale += chunk.sources.length;
  }
  return status;
}

/**
 * Removes what was converted of a folder of logs. Returns whether there was something.
 * @throws {CacheBusy} when a process converts it right now.
 */
export async function dropCache(
  path: string,
  { cacheFolder }: { cacheFolder?: string } = {},
): Promise<boolean> {
  const folder = trailCacheFolder(await realpath(path).catch(() => path), cacheFolder);
  if ((await stat(folder).catch(() => undefined)) === undefined) return false;
  await lockCache(folder);
  await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch((cause: unknown) => {
    throw new CacheFailed('Cannot drop converted logs: the folder cannot be removed', {
      where: folder,
      remedy: 'Check that you may write there.',
      cause,
    });
  });
  return true;
}
