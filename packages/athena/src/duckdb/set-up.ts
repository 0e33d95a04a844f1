import type { DuckDBInstance } from '@duckdb/node-api';
import { PARTITION_COLUMNS, TRAIL_COLUMNS, type TrailFields, type TrailType } from '../trail-table.ts';
import type { DuckDb } from './load-duckdb.ts';
import { TRINO_MACROS } from './macros/trino-macros.ts';
import type { SpooledRecords } from './spool-records.ts';

// Where DuckDB's answer would differ from Athena's. Upstream means to retire lambda_syntax, hence a pinned version.
const TRINO_SETTINGS = [
  `SET GLOBAL TimeZone = 'UTC'`,
  `SET GLOBAL integer_division = true`,
  `SET GLOBAL default_null_order = 'nulls_last'`,
  `SET GLOBAL lambda_syntax = 'ENABLE_SINGLE_ARROW'`,
];

/** DuckDB's own default, which is also its buffer for one line. */
const SMALLEST_LINE_LIMIT = 16 * 1_024 * 1_024;

export interface SetUp {
  /** The only folder that queries may read and spill to. */
  readonly folder: string;
  readonly path: string;
  readonly spooled: SpooledRecords;
  readonly threads?: number;
  readonly memoryLimit?: string;
}

/** An instance with Athena's functions and the table `cloudtrail_logs`, closed to all other files and settings. */
export async function setUp(
  duckdb: DuckDb,
  { folder, path, spooled, threads, memoryLimit }: SetUp,
): Promise<DuckDBInstance> {
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: folder,
    ...(threads === undefined ? {} : { threads: String(threads) }),
    ...(memoryLimit === undefined ? {} : { memory_limit: memoryLimit }),
  });
  try {
    const connection = await instance.connect();
    for (const statement of [
      ...TRINO_SETTINGS,
      ...TRINO_MACROS.map((macro) => `CREATE MACRO ${macro}`),
      trailView(path, spooled.longestLine),
      `SET GLOBAL allowed_directories = [${literal(folder)}]`,
      'SET GLOBAL enable_external_access = false',
      'SET GLOBAL lock_configuration = true',
    ]) {
      await connection.run(statement);
    }
    connection.closeSync();
    return instance;
  } catch (cause) {
    instance.closeSync();
    throw cause;
  }
}

function trailView(path: string, longestLine: number): string {
  const columns = Object.entries(TRAIL_COLUMNS).map(
    ([name, type]) => `"${name}": ${literal(duckDbType(type))}`,
  );
  const partitions = PARTITION_COLUMNS.map((name) => `"${name}": 'VARCHAR'`);
  // Without the columns DuckDB would guess types from a sample, and they would not be Athena's.
  return `CREATE VIEW cloudtrail_logs AS SELECT * FROM read_json(${literal(path)},
    columns = {${[...columns, ...partitions].join(', ')}}, format = 'newline_delimited', auto_detect = false,
    compression = 'uncompressed', hive_partitioning = false, maximum_object_size = ${Math.max(SMALLEST_LINE_LIMIT, longestLine)})`;
}

function duckDbType(type: TrailType): string {
  if (type === 'text' || type === 'json') return 'VARCHAR';
  if (type === 'map') return 'MAP(VARCHAR, VARCHAR)';
  return 'struct' in type ? structType(type.struct) : `${structType(type.listOf)}[]`;
}

function structType(fields: TrailFields): string {
  const parts = Object.entries(fields).map(([name, type]) => `"${name}" ${duckDbType(type)}`);
  return `STRUCT(${parts.join(', ')})`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
