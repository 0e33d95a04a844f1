import { randomUUID } from 'node:crypto';
import { chmod, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findLogFiles, type LogFile, type LogWindow } from '@firebreak/cloudtrail';
import { CacheFailed } from '../../errors.ts';
import type { SetAsideFile } from '../../query-engine.ts';
import { trailCacheFolder } from './cache-folder.ts';
import { lockCache } from './cache-lock.ts';
import { type ChunkWriter, openChunkWriter } from './chunk-writer.ts';
import {
  type Chunk,
  type ConvertedFile,
  isFresh,
  MANIFEST,
  readManifest,
  stateOf,
  syncFolder,
  writeManifest,
} from './manifest.ts';

export interface ConvertOptions {
  /** Where converted folders are kept. The user's folder for caches when absent. */
  readonly cacheFolder?: string;
  /** Files outside of it are left as they are. */
  readonly window?: LogWindow;
  /** Called with log files, those of chunks that were there already included. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  readonly memoryLimit?: string;
  readonly threads?: number;
  readonly temporaryFolder?: string;
  /** Compressed bytes of log files that go into one Parquet file. */
  readonly chunkBytes?: number;
}

/** What a conversion came to. */
export interface Conversion {
  /** Log files that were read now. */
  readonly converted: number;
  /** Log files whose rows were there already. */
  readonly kept: number;
  readonly rows: number;
  /** Of all Parquet files. */
  readonly bytes: number;
  /** Files that broke. What came before the break was converted. */
  readonly setAside: readonly SetAsideFile[];
}

/** About 150 MB of text, so that a kill costs a few seconds of work, and one chunk fits into the memory limit. */
const CHUNK_BYTES = 16 * 1_024 * 1_024;

/**
 * Converts log files to Parquet, into the cache that `openDuckDbFolder` reads. What was converted and has not changed
 * stays, so that a second run reads only new and changed files. May be killed at any point: a chunk counts once it is
 * whole and on disk, and what was left behind is removed by the next run.
 * @throws {LogsMissing} when there is no log file.
 * @throws {CacheBusy} when another process converts the same folder.
 * @throws {CacheFailed} when the cache cannot be written.
 * @throws the signal's reason when it was aborted.
 */
export async function convertFolder(path: string, options: ConvertOptions = {}): Promise<Conversion> {
  const { window, signal = new AbortController().signal } = options;
  const root = await realpath(path).catch(() => path);
  const files = await findLogFiles(root, window === undefined ? {} : { window });
  const folder = await preparedFolder(trailCacheFolder(root, options.cacheFolder));
  const unlock = await lockCache(folder);
  try {
    const converting = { root, folder, signal, options };
    return await convert(files, converting);
  } catch (cause) {
    signal.throwIfAborted();
    throw isSystemError(cause) ? failed(folder, cause) : cause;
  } finally {
    await unlock();
  }
}

interface Converting {
  readonly root: string;
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly options: ConvertOptions;
}

async function convert(files: readonly LogFile[], converting: Converting): Promise<Conversion> {
  const { root, folder, signal, options } = converting;
  const before = await readManifest(folder, root);
  const chunks: Chunk[] = [];
  for (const chunk of before.chunks) if (await isFresh(folder, chunk)) chunks.push(chunk);
  await sweep(folder, before.chunks);
  const kept = new Set(chunks.flatMap(({ sources }) => sources.map((source) => source.path)));
  const open = files.filter((file) => !kept.has(file.path));
  const total = files.length;
  let done = total - open.length;
  const report = () => options.onProgress?.(done, total);
  report();
  const writer = open.length === 0 ? undefined : await openChunkWriter(converting);
  try {
    for (const group of grouped(open, options.chunkBytes ?? CHUNK_BYTES)) {
      signal.throwIfAborted();
      const chunk = await writtenChunk(group, folder, writer);
      if (chunk !== undefined) {
        chunks.push(chunk);
        await writeManifest(folder, { root, chunks });
      }
      done += group.length;
      report();
    }
  } finally {
    await writer?.close();
  }
  await writeManifest(folder, { root, chunks });
  await sweep(folder, chunks);
  return {
    converted: open.length,
    kept: total - open.length,
    rows: chunks.reduce((sum, { rows }) => sum + rows, 0),
    bytes: chunks.reduce((sum, { bytes }) => sum + bytes, 0),
    setAside: chunks.flatMap(({ sources }) =>
      sources.flatMap(({ path, broken }) => (broken === undefined ? [] : [{ file: path, ...broken }])),
    ),
  };
}

/** A chunk on disk, under its name; nothing when a log file changed while it was read. */
async function writtenChunk(
  group: readonly LogFile[],
  folder: string,
  writer: ChunkWriter | undefined,
): Promise<Chunk | undefined> {
  const before = await Promise.all(group.map(({ path }) => stateOf(path)));
  const name = randomUUID();
  const draft = join(folder, `${name}.tmp`);
  const written = await writer?.write(group, draft);
  const after = await Promise.all(group.map(({ path }) => stateOf(path)));
  const isSame = before.every((state, index) => {
    return (
      state !== undefined && state.changed === after[index]?.changed && state.bytes === after[index]?.bytes
    );
  });
  if (written === undefined || !isSame) {
    await rm(draft, { force: true });
    return undefined;
  }
  const handle = await open(draft, 'r+');
  await handle.sync().finally(() => handle.close());
  const file = `${name}.parquet`;
  await rename(draft, join(folder, file));
  await syncFolder(folder);
  const sources = before.flatMap((state): ConvertedFile[] => {
    if (state === undefined) return [];
    const broken = written.setAside.get(state.path);
    return [broken === undefined ? state : { ...state, broken }];
  });
  return { file, rows: written.rows, bytes: (await stat(join(folder, file))).size, sources };
}

/** Groups in the order of the paths, each up to a number of bytes. */
function grouped(files: readonly LogFile[], most: number): LogFile[][] {
  const groups: LogFile[][] = [];
  let bytes = most;
  for (const file of files) {
    if (bytes + file.bytes > most) {
      groups.push([]);
      bytes = 0;
    }
    bytes += file.bytes;
    groups.at(-1)?.push(file);
  }
  return groups;
}

/** Removes what no manifest names: what a killed run left, and chunks that are no longer true. */
async function sweep(folder: string, chunks: readonly Chunk[]): Promise<void> {
  const known = new Set([MANIFEST, 'lock', ...chunks.map(({ file }) => file)]);
  for (const name of await readdir(folder)) {
    if (!known.has(name)) await rm(join(folder, name), { force: true, recursive: true });
  }
}

async function preparedFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    return await realpath(folder);
  } catch (cause) {
    throw failed(folder, cause);
  }
}

function isSystemError(cause: unknown): boolean {
  return cause instanceof Error && 'syscall' in cause;
}

function failed(folder: string, cause: unknown): CacheFailed {
  return new CacheFailed('Cannot convert logs: the cache cannot be written', {
    where: folder,
    remedy: 'Free space there, or set XDG_CACHE_HOME to a folder that you may write to.',
    cause,
  });
}
