/** A value as JSON can hold it. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

/** One value for one `?`. */
export interface BoundValue {
  /** The binding in the header that it answers, such as `access-key` or `since.day`. */
  readonly binding: string;
  /** The SQL type that the engine binds it as. */
  readonly type: 'varchar' | 'bigint';
  /** For `bigint` the digits of a whole number, which the engine binds as a number. */
  readonly value: string;
}

/** A query with everything that an engine needs to run it. The text holds no value: values stay beside it. */
export interface BoundQuery {
  readonly name: string;
  /** One statement in Athena's dialect, with one `?` for each of the values. */
  readonly sql: string;
  /** In the order of the `?`. */
  readonly values: readonly BoundValue[];
  /** What each parameter came to, defaults and relative times resolved, for the record of what was asked. */
  readonly parameters: Readonly<Record<string, string>>;
  /**
   * Texts that the query's answer hangs on: a record that holds none of them, byte for byte, gives no row. An engine
   * may use it to read less. Absent or empty when every record may matter.
   */
  readonly hunt?: readonly string[];
}

/** Types are named as Athena names them, in lower case. */
export interface QueryColumn {
  readonly name: string;
  readonly type: string;
}

/** A file that a query went without, so that its answer may lack what the file holds. */
export interface SetAsideFile {
  readonly file: string;
  readonly why: string;
  /** Where it broke, in bytes from the beginning of the file as it is stored. */
  readonly byte?: number;
}

/** What answering a query took. */
export interface QuerySummary {
  /** The name and version of what ran the query, such as `DuckDB v1.5.6`. */
  readonly engine: string;
  /** The engine's own id of the run, to find it again. */
  readonly executionId?: string;
  readonly bytesRead?: number;
  readonly filesRead?: number;
  /** Empty when every file was read. */
  readonly setAside: readonly SetAsideFile[];
  /** The answer came from an earlier run of the same query. */
  readonly reused?: boolean;
  readonly costUsd?: number;
  readonly queueMs?: number;
  readonly executionMs?: number;
}

/** What a query found. Times are ISO 8601 text; integers beyond 2^53 are text. */
export interface QueryResult extends QuerySummary {
  /** In the order of the SELECT list. */
  readonly columns: readonly QueryColumn[];
  /** One array a row, in the order of the columns. */
  readonly rows: JsonValue[][];
}

/** A query whose rows come as they are read. */
export interface QueryStream {
  readonly columns: readonly QueryColumn[];
  /** Can be gone through once. Throws {@link QueryFailed}, or the signal's reason when it was aborted. */
  readonly rows: AsyncIterable<JsonValue[]>;
  /** What is known so far; complete once the rows were read to their end. */
  summary(): QuerySummary;
  /** Stops what still runs, and frees what the stream holds. May be called twice. */
  close(): Promise<void>;
}

/** `queued` waits for its turn, `converting` prepares log files, `reading` fetches what was found. */
export type QueryState = 'queued' | 'running' | 'converting' | 'reading';

/** How far a query is. What is absent is not known. */
export interface QueryProgress {
  readonly state: QueryState;
  readonly elapsedMs: number;
  readonly bytesRead?: number;
  readonly costUsd?: number;
  readonly filesDone?: number;
  readonly filesTotal?: number;
}

export interface QueryOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: QueryProgress) => void;
}

/** Something that runs saved queries over CloudTrail logs. */
export interface QueryEngine {
  /**
   * Runs a query and holds all of its rows.
   * @throws {QueryFailed} when the engine refuses or gives up the query.
   * @throws the signal's reason when it was aborted.
   */
  run(query: BoundQuery, options?: QueryOptions): Promise<QueryResult>;
  /**
   * Runs a query and gives its rows as they are read, so that memory stays bounded. Throws as `run` does. Close the
   * stream, also after an error.
   */
  stream(query: BoundQuery, options?: QueryOptions): Promise<QueryStream>;
  /** Frees what the engine holds. May be called twice. */
  close(): Promise<void>;
}
