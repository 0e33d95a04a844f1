import type { DuckDBConnection, DuckDBPreparedStatement, DuckDBResult } from '@duckdb/node-api';
import { QueryFailed } from '../errors.ts';
import type { BoundQuery, JsonValue, QueryColumn } from '../query-engine.ts';
import { sqlTokens } from '../sql-token.ts';
import { athenaColumns } from './athena-column.ts';
import { jsonValue } from './json-value.ts';
import type { DuckDb } from './load-duckdb.ts';
import { toDuckDbSql } from './to-duckdb-sql.ts';

/** What a statement answers, before any row is read. */
export interface QueryAnswer {
  readonly columns: QueryColumn[];
  readonly rows: AsyncGenerator<JsonValue[]>;
}

export interface AskOptions {
  readonly duckdb: DuckDb;
  readonly connection: DuckDBConnection;
  readonly query: BoundQuery;
  /** The caller interrupts the connection when it is aborted. */
  readonly signal: AbortSignal;
  /** Begins the statement, such as what keeps the answer in a table first. */
  readonly prefix?: string;
}

/** Runs a query and answers with its rows as they are made. An error of DuckDB's comes as it is. */
export async function ask(options: AskOptions): Promise<QueryAnswer> {
  const statement = await prepared(options);
  return answerOf(options, await statement.stream());
}

/**
 * Runs a query to its end before the first row is handed out, so that an error comes while the query can still be
 * asked again. The answer lies in DuckDB, which spills what does not fit into memory. Whatever is no query is refused.
 */
export async function askWhole(options: AskOptions): Promise<QueryAnswer> {
  const { connection } = options;
  await connection.run('DROP TABLE IF EXISTS firebreak_answer');
  const statement = await prepared({ ...options, prefix: 'CREATE TEMP TABLE firebreak_answer AS ' });
  await statement.run();
  statement.destroySync();
  // The table keeps the order of the query, but threads read it in any order.
  const order = isOrdered(options.query) ? ' ORDER BY rowid' : '';
  return answerOf(options, await connection.stream(`SELECT * FROM firebreak_answer${order}`));
}

function isOrdered({ sql }: BoundQuery): boolean {
  return sqlTokens(sql).some(({ kind, text }) => kind === 'word' && text.toLowerCase() === 'order');
}

async function prepared({
  connection,
  query,
  signal,
  prefix = '',
}: AskOptions): Promise<DuckDBPreparedStatement> {
  const statement = await connection.prepare(`${prefix}${toDuckDbSql(query.sql)}`);
  // An interrupt reaches only a statement that runs.
  signal.throwIfAborted();
  query.values.forEach(({ type, value }, index) => {
    if (type === 'bigint') statement.bindBigInt(index + 1, BigInt(value));
    else statement.bindVarchar(index + 1, value);
  });
  return statement;
}

function answerOf({ duckdb, query, signal }: AskOptions, result: DuckDBResult): QueryAnswer {
  const columns = athenaColumns(query.sql, result.columnNames(), result.columnTypes().map(String));
  async function* rows(): AsyncGenerator<JsonValue[]> {
    for await (const chunk of result.yieldRows()) {
      signal.throwIfAborted();
      for (const row of chunk) yield row.map((value) => jsonValue(value, duckdb));
    }
  }
  return { columns, rows: rows() };
}

/** What a caller of the engine sees of an error of DuckDB's. */
export function refused(query: BoundQuery, cause: unknown): QueryFailed {
  const why = firstLine(cause);
  if (why.startsWith('Out of Memory')) {
    return new QueryFailed(`Cannot run ${query.name}: it needs more memory than it may use`, {
      remedy: 'Ask for fewer days or columns, or give it more memory, such as --memory 2GB.',
      cause,
    });
  }
  return new QueryFailed(`Cannot run ${query.name}: DuckDB refused it: ${why}`, {
    remedy: 'Check the statement against the table in sql/tables, or run it in Athena.',
    cause,
  });
}

// The engine quotes log content in its messages, so nothing of it may steer a terminal.
export function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return (text.split('\n')[0] ?? '').replaceAll(/\p{C}+/gu, ' ').slice(0, 200);
}
