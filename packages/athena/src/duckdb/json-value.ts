import type { DuckDBValue } from '@duckdb/node-api';
import type { JsonValue } from '../query-engine.ts';
import type { DuckDb } from './load-duckdb.ts';

/**
 * A value out of DuckDB as JSON: integers beyond 2^53 as text, times as ISO 8601 text in UTC, structs and maps as
 * objects. What JSON has no form for comes as DuckDB's own text.
 */
export function jsonValue(value: DuckDBValue, duckdb: DuckDb): JsonValue {
  const nested = (item: DuckDBValue) => jsonValue(item, duckdb);
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (value instanceof duckdb.DuckDBTimestampValue || value instanceof duckdb.DuckDBTimestampTZValue) {
    const time = new Date(Number(value.micros / 1_000n));
    return Number.isNaN(time.getTime()) ? String(value) : time.toISOString().replace('.000Z', 'Z');
  }
  if (value instanceof duckdb.DuckDBListValue || value instanceof duckdb.DuckDBArrayValue)
    return value.items.map(nested);
  if (value instanceof duckdb.DuckDBStructValue) {
    return Object.fromEntries(Object.entries(value.entries).map(([name, item]) => [name, nested(item)]));
  }
  if (value instanceof duckdb.DuckDBMapValue) {
    return Object.fromEntries(value.entries.map(({ key, value: item }) => [String(key), nested(item)]));
  }
  return String(value);
}
