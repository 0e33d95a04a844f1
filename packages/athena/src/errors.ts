import { Problem } from '@firebreak/problem';

/** The family of what can go wrong with saved queries and the engines that run them. */
export abstract class AthenaProblem extends Problem {}

/** Thrown when a saved query's header or text breaks the format. Its place is `file:line:column`. */
export class SavedQueryMalformed extends AthenaProblem {}

/** Thrown when the folder of saved queries, or a file in it, cannot be read. */
export class SavedQueryUnreadable extends AthenaProblem {}

/** Thrown when a parameter of a query is missing, unknown, or not of its type. The query did not run. */
export class ParameterInvalid extends AthenaProblem {
  /** The parameter's name, as the header or the caller wrote it. */
  readonly parameter: string;

  constructor(message: string, details: { parameter: string; remedy: string; where?: string }) {
    super(message, details);
    this.parameter = details.parameter;
  }
}

/** Thrown when log records cannot be written to the private folder that a local engine reads. */
export class SpoolFailed extends AthenaProblem {}

/** Thrown when an engine cannot be opened, or refuses or gives up a query. Its cause is the engine's own error. */
export class QueryFailed extends AthenaProblem {}

/** Thrown when AWS does not know the credentials, or when they have expired. Nothing was started with them. */
export class CredentialsRejected extends QueryFailed {}

/** Thrown when the credentials may not do what a query needs: in Athena, in the Glue catalogue or in S3. */
export class AccessRefused extends QueryFailed {}

/** Thrown when the database, a table or a column is not there, or its partitions are declared wrongly. */
export class TableUnusable extends QueryFailed {}

/** Thrown when the workgroup is missing, disabled, of an old engine, or has nowhere to put results. */
export class WorkgroupUnusable extends QueryFailed {}

/** Thrown when a query would scan, or has scanned, more than the limit. It does not run any more. */
export class ScanLimitReached extends QueryFailed {
  /** Bytes that were scanned, or that were expected before the start. */
  readonly bytes: number;
  readonly limit: number | undefined;

  constructor(message: string, details: { bytes: number; limit?: number | undefined; remedy: string }) {
    super(message, details);
    this.bytes = details.bytes;
    this.limit = details.limit;
  }
}

/**
 * Thrown when a query should be over and that could not be proven: it may still run, and cost. Its cause is why it
 * was to be stopped.
 */
export class QueryMayRun extends QueryFailed {
  /** Absent when it is not known whether the query was started at all. */
  readonly executionId: string | undefined;

  constructor(
    message: string,
    details: { executionId?: string | undefined; remedy: string; cause?: unknown },
  ) {
    super(message, details);
    this.executionId = details.executionId;
  }
}

/** Thrown when a value cannot stand in a statement that makes a table. Nothing was sent. */
export class SetupInvalid extends AthenaProblem {}

/** Thrown when a statement of a set-up failed. The message says what had been made before; the cause is the failure. */
export class SetupFailed extends AthenaProblem {}

/** Thrown when converted logs cannot be written or removed. The log files themselves are as they were. */
export class CacheFailed extends AthenaProblem {}

/** Thrown when another process writes into the same cache. Nothing was changed. */
export class CacheBusy extends AthenaProblem {}
