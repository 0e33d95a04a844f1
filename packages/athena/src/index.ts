export { bindParameters } from './bind-parameters.ts';
export { type DuckDbEngine, type DuckDbOptions, openDuckDb } from './duckdb/open-duckdb.ts';
export type { SpooledRecords } from './duckdb/spool-records.ts';
export {
  AthenaProblem,
  ParameterInvalid,
  QueryFailed,
  SavedQueryMalformed,
  SavedQueryUnreadable,
  SpoolFailed,
} from './errors.ts';
export { PARAMETER_TYPES, type ParameterType, parameterFault } from './parameter-type.ts';
export type { BoundQuery, BoundValue, JsonValue, QueryEngine, QueryResult } from './query-engine.ts';
export type { QueryParameter } from './query-parameter.ts';
export { readSavedQueries } from './saved-queries.ts';
export { parseSavedQuery, type SavedQuery } from './saved-query.ts';
