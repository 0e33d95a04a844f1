import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogFile } from '@firebreak/cloudtrail';
import type { SetAsideFile } from '../../query-engine.ts';
import { trailCacheFolder } from './cache-folder.ts';
import { type Chunk, isFresh, readManifest } from './manifest.ts';

/** What a query can read as Parquet. */
export interface CachedFiles {
  /** Paths of Parquet files. */
  readonly parquet: readonly string[];
  /** Of them together. */
  readonly bytes: number;
  /** The log files whose rows they hold, with what is known of those that are broken. */
  readonly covered: ReadonlyMap<string, SetAsideFile | undefined>;
}

/** What was converted of a folder of logs. */
export interface TrailCache {
  readonly folder: string;
  /** The chunks that hold rows of the wanted files. A chunk with rows of a file that is not listed is left out. */
  covering(wanted: readonly LogFile[], listed: ReadonlySet<string>): Promise<CachedFiles>;
}

/** Opens the cache of a folder of logs, by its real path; nothing when nothing was converted. */
export async function openCache(root: string, cacheFolder?: string): Promise<TrailCache | undefined> {
  const folder = await realpath(trailCacheFolder(root, cacheFolder)).catch(() => undefined);
  if (folder === undefined) return undefined;
  const { chunks } = await readManifest(folder, root);
  const fresh = new Map<string, Promise<boolean>>();
  const isUsable = (chunk: Chunk) => {
    const known = fresh.get(chunk.file) ?? isFresh(folder, chunk);
    fresh.set(chunk.file, known);
    return known;
  };
  return {
    folder,
    async covering(wanted, listed) {
      const paths = new Set(wanted.map(({ path }) => path));
      const used: Chunk[] = [];
      for (const chunk of chunks) {
        if (!chunk.sources.some(({ path }) => paths.has(path))) continue;
        if (chunk.sources.every(({ path }) => listed.has(path)) && (await isUsable(chunk))) used.push(chunk);
      }
      return {
        parquet: used.map(({ file }) => join(folder, file)),
        bytes: used.reduce((sum, { bytes }) => sum + bytes, 0),
        covered: new Map(
          used.flatMap(({ sources }) =>
            sources.map(({ path, broken }) => [path, broken && { file: path, ...broken }] as const),
          ),
        ),
      };
    },
  };
}
