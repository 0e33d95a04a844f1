import type { DuckDBInstance } from '@duckdb/node-api';
import { Problem } from '@firebreak/problem';
import type {
  BoundQuery,
  JsonValue,
  QueryOptions,
  QueryProgress,
  QueryStream,
  QuerySummary,
} from '../query-engine.ts';
import { interruptOn, keepInterrupting } from './interrupt-on.ts';
import type { DuckDb } from './load-duckdb.ts';
import { type AskOptions, type QueryAnswer, refused } from './query-answer.ts';

/** What a query came to, besides its rows. */
export type Answered = QueryAnswer & { readonly summary: Omit<QuerySummary, 'engine' | 'executionMs'> };

export interface Asking extends AskOptions {
  readonly report: (progress: Omit<QueryProgress, 'elapsedMs'>) => void;
}

export interface OpenStream {
  readonly duckdb: DuckDb;
  readonly instance: DuckDBInstance;
  readonly query: BoundQuery;
  readonly closing: AbortSignal;
  readonly options: QueryOptions;
  readonly answer: (asking: Asking) => Promise<Answered>;
  /** Called once when the connection is closed. */
  readonly onEnd: () => void;
}

/** Runs a query on a connection of its own, so that a signal stops this query and no other. */
export async function openStream(opened: OpenStream): Promise<QueryStream> {
  const { duckdb, instance, query, closing, options, onEnd } = opened;
  const stop = AbortSignal.any([closing, ...(options.signal === undefined ? [] : [options.signal])]);
  stop.throwIfAborted();
  const began = performance.now();
  const connection = await instance.connect();
  const interrupts = interruptOn(stop, connection);
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    interrupts.release();
    connection.closeSync();
    onEnd();
  };
  // An interrupted engine says so in its own words.
  const explained = (cause: unknown) => {
    stop.throwIfAborted();
    return cause instanceof Problem ? cause : refused(query, cause);
  };
  try {
    const answered = await opened.answer({
      duckdb,
      connection,
      query,
      signal: stop,
      report: (progress) => options.onProgress?.({ ...progress, elapsedMs: performance.now() - began }),
    });
    let executionMs: number | undefined;
    async function* rows(): AsyncGenerator<JsonValue[]> {
      try {
        yield* answered.rows;
        executionMs = Math.round(performance.now() - began);
      } catch (cause) {
        throw explained(cause);
      } finally {
        end();
      }
    }
    const given = rows();
    return {
      columns: answered.columns,
      rows: given,
      summary: () => ({
        engine: `DuckDB ${duckdb.version()}`,
        ...answered.summary,
        ...(executionMs === undefined ? {} : { executionMs }),
      }),
      close: async () => {
        if (ended) return;
        const interrupting = keepInterrupting(connection);
        await given.return(undefined).catch(() => {});
        interrupting.stop();
        end();
      },
    };
  } catch (cause) {
    end();
    throw explained(cause);
  }
}
