/** A value as JSON can hold it. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

/** One value for one `?`. */
export interface BoundValue {
  /** The binding in the header that it answers, such as `access-key` or `since.day`. */
  readonly binding: string;
  /** The SQL type that the engine binds it as. */
  readonly type: 'varchar';
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
}

/** What a query found. */
export interface QueryResult {
  /** In the order of the SELECT list. Types are named as Athena names them, in lower case. */
  readonly columns: { name: string; type: string }[];
  /** One array a row, in the order of the columns. Times are ISO 8601 text; integers beyond 2^53 are text. */
  readonly rows: JsonValue[][];
  readonly bytesRead?: number;
  /** The name and version of what ran the query, such as `DuckDB v1.5.6`. */
  readonly engine: string;
}

/** Something that runs saved queries over CloudTrail logs. */
export interface QueryEngine {
  /**
   * @throws {QueryFailed} when the engine refuses or gives up the query.
   * @throws the signal's reason when it was aborted.
   */
  run(query: BoundQuery, options?: { signal?: AbortSignal }): Promise<QueryResult>;
  /** Frees what the engine holds. May be called twice. */
  close(): Promise<void>;
}
