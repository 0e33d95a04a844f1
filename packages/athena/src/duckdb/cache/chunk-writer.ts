import { tmpdir } from 'node:os';
import type { LogFile } from '@firebreak/cloudtrail';
import { QueryFailed } from '../../errors.ts';
import type { SetAsideFile } from '../../query-engine.ts';
import { literal } from '../column-type.ts';
import { fileInError } from '../file-in-error.ts';
import { interruptOn } from '../interrupt-on.ts';
import { loadDuckDb } from '../load-duckdb.ts';
import { LogShelf } from '../log-shelf.ts';
import { ALL_COLUMNS } from '../needed-columns.ts';
import { makePrivateFolder, removePrivateFolder } from '../private-folder.ts';
import { proveFiles } from '../prove-files.ts';
import { firstLine } from '../query-answer.ts';
import { setUp } from '../set-up.ts';
import { trailView } from '../trail-view.ts';

/** Writes the rows of log files as Parquet. */
export interface ChunkWriter {
  /** Writes one file. What broke is named by the paths of log files. */
  write(files: readonly LogFile[], to: string): Promise<WrittenChunk>;
  close(): Promise<void>;
}

export interface WrittenChunk {
  readonly rows: number;
  readonly setAside: ReadonlyMap<string, Pick<SetAsideFile, 'why' | 'byte'>>;
}

export interface ChunkWriterOptions {
  readonly root: string;
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly options: { memoryLimit?: string; threads?: number; temporaryFolder?: string };
}

/** With less, threads wait for each other's memory, and writing takes twice as long. */
const MEMORY_LIMIT = '600MB';
/** Larger groups do not fit into the memory limit, and their writing takes several times as long. */
const ROW_GROUP_ROWS = 10_000;
const ATTEMPTS = 8;

export async function openChunkWriter({
  root,
  folder,
  signal,
  options: { memoryLimit = MEMORY_LIMIT, threads, temporaryFolder = tmpdir() },
}: ChunkWriterOptions): Promise<ChunkWriter> {
  const duckdb = await loadDuckDb();
  const own = await makePrivateFolder(temporaryFolder);
  const instance = await setUp(duckdb, {
    folder: own,
    readable: [folder],
    root,
    memoryLimit,
    ...(threads === undefined ? {} : { threads }),
  }).catch(async (cause: unknown) => {
    await removePrivateFolder(own);
    throw cause;
  });
  const connection = await instance.connect();
  const interrupts = interruptOn(signal, connection);

  async function attempt(files: readonly LogFile[], to: string, shelf: LogShelf): Promise<number> {
    const sources = await shelf.sources(files, { signal });
    try {
      await connection.run(trailView(sources, ALL_COLUMNS));
      const copied = await connection.runAndReadAll(
        `COPY (SELECT * FROM cloudtrail_logs) TO ${literal(to)}
          (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP_ROWS})`,
      );
      return Number(copied.getRows()[0]?.[0] ?? 0);
    } catch (cause) {
      signal.throwIfAborted();
      const message = cause instanceof Error ? cause.message : String(cause);
      const failed = fileInError(message, [...sources.placed, ...sources.loose]);
      if (failed === undefined) throw cause;
      shelf.distrust(failed);
      await proveFiles(connection, { shelf, files, signal });
      throw new Unread(firstLine(cause), { cause });
    }
  }

  return {
    async write(files, to) {
      // A shelf of its own: what other chunks spooled must not come in here.
      const shelf = new LogShelf(own);
      try {
        for (let attempts = 1; ; attempts += 1) {
          const written = await attempt(files, to, shelf).catch((cause: unknown) => {
            if (cause instanceof Unread && attempts < ATTEMPTS) return undefined;
            throw cause instanceof Unread ? refused(cause) : cause;
          });
          if (written !== undefined) return { rows: written, setAside: shelf.setAside };
        }
      } finally {
        await shelf.clear();
      }
    },
    async close() {
      interrupts.release();
      connection.closeSync();
      instance.closeSync();
      await removePrivateFolder(own);
    },
  };
}

/** A file could not be read; the next attempt reads it in another way. */
class Unread extends Error {}

function refused({ message }: Unread): QueryFailed {
  return new QueryFailed(`Cannot convert logs: DuckDB refused them: ${message}`, {
    remedy: 'Run the conversion again when nothing writes into the folder.',
  });
}
