import { QueryFailed } from '../errors.ts';

/** The module `@duckdb/node-api`, once it is loaded. */
export type DuckDb = typeof import('@duckdb/node-api');

/**
 * Loads DuckDB when it is first needed: 70 MB of native code, so only whoever asks a question pays for it.
 * @throws {QueryFailed} when there is none for this platform.
 */
export async function loadDuckDb(): Promise<DuckDb> {
  try {
    return await import('@duckdb/node-api');
  } catch (cause) {
    throw new QueryFailed('Cannot open DuckDB: its native library does not load', {
      remedy: 'Install again on this platform, or run the queries in Athena.',
      cause,
    });
  }
}
