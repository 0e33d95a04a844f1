import type { DuckDBInstance } from '@duckdb/node-api';
import { collectRows } from '../collect-rows.ts';
import { QueryFailed } from '../errors.ts';
import type { QueryEngine, QueryStream } from '../query-engine.ts';
import type { DuckDb } from './load-duckdb.ts';
import { type Answered, type Asking, openStream } from './open-stream.ts';

/** An engine over an instance. `remove` is called last, when nothing uses the instance any more. */
export function engineOf({
  duckdb,
  instance,
  answer,
  remove,
}: {
  readonly duckdb: DuckDb;
  readonly instance: DuckDBInstance;
  readonly answer: (asking: Asking) => Promise<Answered>;
  readonly remove: () => Promise<void>;
}): QueryEngine {
  const closing = new AbortController();
  const opening = new Set<Promise<QueryStream>>();
  const engine: QueryEngine = {
    stream: async (query, options = {}) => {
      if (closing.signal.aborted) throw closed();
      const opened = openStream({
        duckdb,
        instance,
        query,
        closing: closing.signal,
        options,
        answer,
        onEnd: () => opening.delete(opened),
      });
      opening.add(opened);
      opened.catch(() => opening.delete(opened));
      return opened;
    },
    run: async (query, options) => collectRows(await engine.stream(query, options)),
    close: async () => {
      if (closing.signal.aborted) return;
      closing.abort(closed());
      // Native code must not lose its database under a running query.
      await Promise.allSettled([...opening].map(async (opened) => (await opened).close()));
      instance.closeSync();
      await remove();
    },
  };
  return engine;
}

function closed(): QueryFailed {
  return new QueryFailed('Cannot run the query: the engine is closed', {
    remedy: 'Open the logs again before asking.',
  });
}
