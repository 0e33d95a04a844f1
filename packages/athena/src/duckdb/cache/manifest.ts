import { createHash, randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PARTITION_COLUMNS, TRAIL_COLUMNS } from '../../trail-table.ts';

/** A log file as it was when it was converted. */
export interface ConvertedFile {
  readonly path: string;
  readonly bytes: number;
  /** Nanoseconds since 1970, as digits. */
  readonly changed: string;
  /** Why it is not whole in the table. */
  readonly broken?: { readonly why: string; readonly byte?: number };
}

/** One Parquet file, and the log files whose rows it holds, all of their rows and no others. */
export interface Chunk {
  /** The file's name in the cache. */
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sources: readonly ConvertedFile[];
}

/** What lies in the cache of one folder of logs. */
export interface Manifest {
  readonly root: string;
  readonly chunks: readonly Chunk[];
}

export const MANIFEST = 'manifest.json';

/** Another table, or another way to write it, makes another manifest. */
const FORMAT = createHash('sha256')
  .update(JSON.stringify(['parquet 2', TRAIL_COLUMNS, PARTITION_COLUMNS]))
  .digest('hex');

/** The manifest of a cache; without chunks when there is none, or none that this version wrote. */
export async function readManifest(folder: string, root: string): Promise<Manifest> {
  const none = { root, chunks: [] };
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined) return none;
  try {
    const found = JSON.parse(text) as Partial<Manifest> & { format?: string };
    if (found.format !== FORMAT || found.root !== root || !Array.isArray(found.chunks)) return none;
    return { root, chunks: found.chunks };
  } catch {
    return none;
  }
}

/** Puts a manifest in the place of the one before in one step, so that there is always a whole one. */
export async function writeManifest(folder: string, { root, chunks }: Manifest): Promise<void> {
  const draft = join(folder, `manifest-${randomUUID()}.tmp`);
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(JSON.stringify({ format: FORMAT, root, chunks }));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, join(folder, MANIFEST)).catch(async (cause: unknown) => {
    await rm(draft, { force: true });
    throw cause;
  });
  await syncFolder(folder);
}

/** Makes new names in a folder last through a loss of power, where the system can. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/** A log file as it is now; nothing when it is gone. */
export async function stateOf(path: string): Promise<ConvertedFile | undefined> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found === undefined
    ? undefined
    : { path, bytes: Number(found.size), changed: String(found.mtimeNs) };
}

/** Whether all log files of a chunk, and the chunk itself, are as they were. */
export async function isFresh(folder: string, chunk: Chunk): Promise<boolean> {
  const itself = await stat(join(folder, chunk.file)).catch(() => undefined);
  if (itself?.size !== chunk.bytes) return false;
  for (const source of chunk.sources) {
    const now = await stateOf(source.path);
    if (now?.bytes !== source.bytes || now.changed !== source.changed) return false;
  }
  return true;
}
