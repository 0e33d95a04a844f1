import type { JsonValue, QueryResult, QueryStream } from './query-engine.ts';

/** Reads a stream to its end and closes it, whether or not that works. */
export async function collectRows(stream: QueryStream): Promise<QueryResult> {
  try {
    const rows: JsonValue[][] = [];
    for await (const row of stream.rows) rows.push(row);
    return { columns: stream.columns, rows, ...stream.summary() };
  } finally {
    await stream.close();
  }
}
