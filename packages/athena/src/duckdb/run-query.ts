import type { DuckDBInstance, DuckDBType } from '@duckdb/node-api';
import { QueryFailed } from '../errors.ts';
import type { BoundQuery, QueryResult } from '../query-engine.ts';
import { jsonValue } from './json-value.ts';
import type { DuckDb } from './load-duckdb.ts';
import { toDuckDbSql } from './to-duckdb-sql.ts';

/** Runs a query on a connection of its own, so that a signal stops this query and no other. */
export async function runQuery({
  duckdb,
  instance,
  query,
  bytes,
  signal,
}: {
  readonly duckdb: DuckDb;
  readonly instance: DuckDBInstance;
  readonly query: BoundQuery;
  readonly bytes: number;
  readonly signal: AbortSignal;
}): Promise<QueryResult> {
  signal.throwIfAborted();
  const connection = await instance.connect();
  const interrupt = () => connection.interrupt();
  signal.addEventListener('abort', interrupt);
  try {
    const statement = await connection.prepare(toDuckDbSql(query.sql));
    // An interrupt reaches only a statement that runs.
    signal.throwIfAborted();
    query.values.forEach(({ value }, index) => {
      statement.bindVarchar(index + 1, value);
    });
    const result = await statement.run();
    const rows = await result.getRows();
    const types = result.columnTypes();
    return {
      columns: result.columnNames().map((name, index) => ({ name, type: typeName(types[index]) })),
      rows: rows.map((row) => row.map((value) => jsonValue(value, duckdb))),
      bytesRead: bytes,
      engine: `DuckDB ${duckdb.version()}`,
    };
  } catch (cause) {
    signal.throwIfAborted();
    throw new QueryFailed(`Cannot run ${query.name}: DuckDB refused it: ${firstLine(cause)}`, {
      remedy: 'Check the statement against the table in sql/tables, or run it in Athena.',
      cause,
    });
  } finally {
    signal.removeEventListener('abort', interrupt);
    connection.closeSync();
  }
}

function typeName(type: DuckDBType | undefined): string {
  return String(type).toLowerCase();
}

// The engine quotes log content in its messages, so nothing of it may steer a terminal.
function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return (text.split('\n')[0] ?? '').replaceAll(/\p{C}+/gu, ' ').slice(0, 200);
}
