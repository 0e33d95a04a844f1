import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SpoolFailed } from '../errors.ts';
import type { JsonValue, QueryColumn } from '../query-engine.ts';
import { literal } from './column-type.ts';
import { loadDuckDb } from './load-duckdb.ts';
import { makePrivateFolder, removePrivateFolder } from './private-folder.ts';

/** Rows on their way into a Parquet file. */
export interface ParquetRows {
  write(row: readonly JsonValue[]): Promise<void>;
  /** Writes the file. */
  end(): Promise<void>;
  /** Gives up; no file is written. */
  drop(): Promise<void>;
}

const BATCH_CHARACTERS = 1 << 18;
const SCALARS = new Set(['varchar', 'bigint', 'integer', 'double', 'boolean', 'date']);

/**
 * Takes rows of a query's answer in and writes them as one Parquet file, whatever engine they came from. Columns keep
 * their type where Parquet has it; arrays, rows and maps become their JSON text.
 * @throws {SpoolFailed} when rows cannot be kept until the end.
 */
export async function openParquet(path: string, columns: readonly QueryColumn[]): Promise<ParquetRows> {
  const folder = await makePrivateFolder(tmpdir());
  const spool = join(folder, 'rows.ndjson');
  const file = await open(spool, 'wx', 0o600).catch(failed(spool));
  let waiting = '';
  const flush = async () => {
    const text = waiting;
    waiting = '';
    await file.appendFile(text).catch(failed(spool));
  };
  const release = async () => {
    await file.close().catch(() => {});
    await removePrivateFolder(folder);
  };
  return {
    async write(row) {
      // Columns of a query may have one name twice, so they are kept by their places.
      waiting += `${JSON.stringify(Object.fromEntries(row.map((cell, index) => [`c${index}`, keptValue(cell)])))}\n`;
      if (waiting.length > BATCH_CHARACTERS) await flush();
    },
    async end() {
      try {
        await flush();
        await copy(spool, path, columns);
      } finally {
        await release();
      }
    },
    drop: release,
  };
}

async function copy(spool: string, path: string, columns: readonly QueryColumn[]): Promise<void> {
  const { DuckDBInstance } = await loadDuckDb();
  const instance = await DuckDBInstance.create(':memory:', { temp_directory: dirname(spool) });
  try {
    const connection = await instance.connect();
    const types = columns.map(({ type }, index) => `c${index}: ${literal(parquetType(type))}`).join(', ');
    const names = columns.map(({ name }, index) => `c${index} AS "${name.replaceAll('"', '""')}"`).join(', ');
    await connection.run(`COPY (SELECT ${names} FROM read_json(${literal(spool)}, columns = {${types}},
      format = 'newline_delimited', auto_detect = false)) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`);
    connection.closeSync();
  } finally {
    instance.closeSync();
  }
}

function parquetType(type: string): string {
  if (SCALARS.has(type)) return type.toUpperCase();
  return type.startsWith('timestamp') ? 'TIMESTAMPTZ' : 'VARCHAR';
}

function keptValue(cell: JsonValue): JsonValue {
  return typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : cell;
}

function failed(path: string): (cause: unknown) => never {
  return (cause) => {
    throw new SpoolFailed('Cannot write Parquet: the temporary file cannot be written', {
      remedy: 'Free space in the folder for temporary files, or set TMPDIR to a folder with more of it.',
      where: path,
      cause,
    });
  };
}
