import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { DuckDBInstance } from '@duckdb/node-api';
import { QueryFailed } from '../errors.ts';
import { literal } from './column-type.ts';
import type { DuckDb } from './load-duckdb.ts';
import { TRINO_MACROS } from './macros/trino-macros.ts';
import { threadsWithin } from './threads-within.ts';

// Where DuckDB's answer would differ from Athena's. Upstream means to retire lambda_syntax, hence a pinned version.
const TRINO_SETTINGS = [
  `SET GLOBAL TimeZone = 'UTC'`,
  `SET GLOBAL integer_division = true`,
  `SET GLOBAL default_null_order = 'nulls_last'`,
  `SET GLOBAL lambda_syntax = 'ENABLE_SINGLE_ARROW'`,
];

// In the order of the files, each of them would have blocks of its own in memory, for every field of the table.
const MEMORY_SETTINGS = ['SET GLOBAL preserve_insertion_order = false'];

export interface SetUp {
  /** Where queries may spill to. They may read it, too. */
  readonly folder: string;
  /** Other folders that queries may read, by their real paths. */
  readonly readable?: readonly string[];
  /** A folder or one file that queries may read, by its real path. */
  readonly root?: string;
  /** As many as there are cores when absent, and no more than find room in the memory. */
  readonly threads?: number;
  readonly memoryLimit?: string;
}

/**
 * An instance with Athena's functions, closed to all files but those of the given folders, and to other settings.
 * @throws {QueryFailed} when DuckDB refuses the memory limit or the number of threads.
 */
export async function setUp(duckdb: DuckDb, options: SetUp): Promise<DuckDBInstance> {
  try {
    return await instanceOf(duckdb, options);
  } catch (cause) {
    throw new QueryFailed('Cannot open DuckDB: it refused its settings', {
      remedy: 'Check the memory limit and the number of threads.',
      cause,
    });
  }
}

async function instanceOf(
  duckdb: DuckDb,
  { folder, readable = [], root, threads, memoryLimit }: SetUp,
): Promise<DuckDBInstance> {
  const isFile = root !== undefined && (await stat(root)).isFile();
  const folders = [folder, ...readable, ...(root === undefined || isFile ? [] : [root])];
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: folder,
    ...(threads === undefined ? {} : { threads: String(threads) }),
    ...(memoryLimit === undefined ? {} : { memory_limit: memoryLimit }),
  });
  try {
    const connection = await instance.connect();
    if (threads === undefined) {
      const answer = await connection.runAndReadAll(`SELECT current_setting('memory_limit')`);
      const most = threadsWithin(String(answer.getRows()[0]?.[0]), availableParallelism());
      await connection.run(`SET GLOBAL threads = ${most}`);
    }
    await connection.run(
      [
        ...TRINO_SETTINGS,
        ...MEMORY_SETTINGS,
        ...TRINO_MACROS.map((macro) => `CREATE MACRO ${macro}`),
        `SET GLOBAL allowed_paths = [${isFile ? literal(root) : ''}]`,
        `SET GLOBAL allowed_directories = [${folders.map(literal).join(', ')}]`,
        'SET GLOBAL enable_external_access = false',
        'SET GLOBAL lock_configuration = true',
      ].join(';\n'),
    );
    connection.closeSync();
    return instance;
  } catch (cause) {
    instance.closeSync();
    throw cause;
  }
}
