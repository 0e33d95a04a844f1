export type { AthenaCalls } from './athena/athena-calls.ts';
export type { AthenaOptions } from './athena/athena-options.ts';
export { type AthenaEngine, openAthena } from './athena/open-athena.ts';
export type { ScanEstimate } from './athena/scan-estimate.ts';
export type { Workgroup } from './athena/workgroup.ts';
export { bindParameters } from './bind-parameters.ts';
export { collectRows } from './collect-rows.ts';
export { type CacheStatus, cacheStatus, dropCache } from './duckdb/cache/cache-status.ts';
export { type Conversion, type ConvertOptions, convertFolder } from './duckdb/cache/convert-folder.ts';
export type { OpenedFiles } from './duckdb/folder-answers.ts';
export { type DuckDbEngine, type DuckDbOptions, openDuckDb } from './duckdb/open-duckdb.ts';
export {
  type DuckDbFolderEngine,
  type DuckDbFolderOptions,
  openDuckDbFolder,
} from './duckdb/open-duckdb-folder.ts';
export { openParquet, type ParquetRows } from './duckdb/open-parquet.ts';
export type { SpooledRecords } from './duckdb/spool-records.ts';
export {
  AccessRefused,
  AthenaProblem,
  CacheBusy,
  CacheFailed,
  CredentialsRejected,
  ParameterInvalid,
  QueryFailed,
  QueryMayRun,
  SavedQueryMalformed,
  SavedQueryUnreadable,
  ScanLimitReached,
  SetupFailed,
  SetupInvalid,
  SpoolFailed,
  TableUnusable,
  WorkgroupUnusable,
} from './errors.ts';
export { lintQuery } from './lint/lint-query.ts';
export type { QueryLintMessage, QueryLintRule } from './lint/query-lint-message.ts';
export { PARAMETER_TYPES, type ParameterType, parameterFault } from './parameter-type.ts';
export type {
  BoundQuery,
  BoundValue,
  JsonValue,
  QueryColumn,
  QueryEngine,
  QueryOptions,
  QueryProgress,
  QueryResult,
  QueryState,
  QueryStream,
  QuerySummary,
  SetAsideFile,
} from './query-engine.ts';
export type { QueryParameter } from './query-parameter.ts';
export { readSavedQueries } from './saved-queries.ts';
export { parseSavedQuery, type SavedQuery } from './saved-query.ts';
export { applySetup, type Definer } from './setup/apply-setup.ts';
export { planSetup, type SetupPlan, type SetupStep } from './setup/plan-setup.ts';
export { type CurrentCatalog, readCatalog } from './setup/read-catalog.ts';
export type { SetupRequest, SetupTable } from './setup/setup-values.ts';
export type { CurrentTable, TableDifference } from './setup/table-difference.ts';
export { readTableFiles, type TableFile } from './setup/table-file.ts';
export { type SqlToken, sqlTokens } from './sql-token.ts';
