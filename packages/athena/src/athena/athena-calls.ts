import type {
  AthenaClient,
  GetQueryResultsCommandOutput,
  QueryExecution,
  StartQueryExecutionInput,
  TableMetadata,
  WorkGroup,
} from '@aws-sdk/client-athena';
import { type QueryFailed, QueryMayRun } from '../errors.ts';
import { callFault, faultKind, isClockCorrected } from './call-fault.ts';
import type { AthenaSdk } from './load-athena.ts';
import { type Pacing, retryDelay } from './pause.ts';

/** The calls to Athena that firebreak makes. Each repeats itself while AWS asks to slow down or does not answer. */
export interface AthenaCalls {
  workgroup(name: string, signal?: AbortSignal): Promise<WorkGroup>;
  /** Undefined when the catalogue has no such table, or no such database. */
  table(where: TableName, signal?: AbortSignal): Promise<TableMetadata | undefined>;
  hasDatabase(where: { catalog: string; database: string }, signal?: AbortSignal): Promise<boolean>;
  /**
   * The execution's id. Give a request token, so that repeating it starts nothing twice.
   * @throws {QueryMayRun} when no answer ever came.
   */
  start(input: StartQueryExecutionInput, signal?: AbortSignal): Promise<string>;
  execution(id: string, signal?: AbortSignal): Promise<QueryExecution>;
  stop(id: string): Promise<void>;
  results(id: string, page: string | undefined, signal?: AbortSignal): Promise<GetQueryResultsCommandOutput>;
}

export interface TableName {
  readonly catalog: string;
  readonly database: string;
  readonly table: string;
}

const ATTEMPTS = 8;
/** "MaxResults" in the Athena API Reference, "GetQueryResults". */
const ROWS_A_PAGE = 1000;

export function athenaCalls(sdk: AthenaSdk, client: AthenaClient, pacing: Pacing): AthenaCalls {
  const read = <T>(operation: string, call: (options: object) => Promise<T>, signal?: AbortSignal) =>
    repeat({
      operation,
      call: () => call(signal === undefined ? {} : { abortSignal: signal }),
      pacing,
      signal,
    });
  return {
    async workgroup(name, signal) {
      const command = new sdk.GetWorkGroupCommand({ WorkGroup: name });
      const { WorkGroup } = await read('GetWorkGroup', (options) => client.send(command, options), signal);
      return WorkGroup ?? { Name: name };
    },
    async table({ catalog, database, table }, signal) {
      const command = new sdk.GetTableMetadataCommand({
        CatalogName: catalog,
        DatabaseName: database,
        TableName: table,
      });
      const found = await unlessMissing(
        read('GetTableMetadata', (options) => client.send(command, options), signal),
      );
      return found?.TableMetadata;
    },
    async hasDatabase({ catalog, database }, signal) {
      const command = new sdk.GetDatabaseCommand({ CatalogName: catalog, DatabaseName: database });
      return (
        (await unlessMissing(read('GetDatabase', (options) => client.send(command, options), signal))) !==
        undefined
      );
    },
    async start(input, signal) {
      const command = new sdk.StartQueryExecutionCommand(input);
      const { QueryExecutionId } = await repeat({
        operation: 'StartQueryExecution',
        // Not stopped by the signal: a start that was sent may have taken effect, so its answer is needed.
        call: () => client.send(command),
        pacing,
        signal,
        takesEffect: true,
      });
      if (QueryExecutionId === undefined) throw mayRun(new Error('the answer holds no id'));
      return QueryExecutionId;
    },
    async execution(id, signal) {
      const command = new sdk.GetQueryExecutionCommand({ QueryExecutionId: id });
      const { QueryExecution } = await read(
        'GetQueryExecution',
        (options) => client.send(command, options),
        signal,
      );
      return QueryExecution ?? {};
    },
    async stop(id) {
      const command = new sdk.StopQueryExecutionCommand({ QueryExecutionId: id });
      await read('StopQueryExecution', (options) => client.send(command, options));
    },
    results(id, page, signal) {
      const command = new sdk.GetQueryResultsCommand({
        QueryExecutionId: id,
        MaxResults: ROWS_A_PAGE,
        ...(page === undefined ? {} : { NextToken: page }),
      });
      return read('GetQueryResults', (options) => client.send(command, options), signal);
    },
  };
}

async function repeat<T>({
  operation,
  call,
  pacing,
  signal,
  takesEffect = false,
}: {
  readonly operation: string;
  readonly call: () => Promise<T>;
  readonly pacing: Pacing;
  readonly signal?: AbortSignal | undefined;
  readonly takesEffect?: boolean;
}): Promise<T> {
  let open = false;
  for (let failures = 0; ; ) {
    // A start that may have taken effect has to be asked for again, so that what it started can be stopped.
    if (!open) signal?.throwIfAborted();
    try {
      return await call();
    } catch (error) {
      const kind = faultKind(error);
      if (!takesEffect) signal?.throwIfAborted();
      open ||= takesEffect && kind === 'unanswered';
      failures += 1;
      const mayPass =
        kind === 'throttled' || kind === 'unanswered' || (failures === 1 && isClockCorrected(error));
      if (failures === ATTEMPTS || !mayPass) {
        throw open ? mayRun(error) : callFault(operation, error);
      }
      await pacing.pause(retryDelay(failures, pacing.random), open ? undefined : signal);
    }
  }
}

function mayRun(cause: unknown): QueryMayRun {
  const { message } = callFault('StartQueryExecution', cause);
  return new QueryMayRun(`Cannot tell whether the query was started. ${message}`, {
    remedy: 'Look for it with "aws athena list-query-executions", and stop it there if it runs.',
    cause,
  });
}

/** Athena answers MetadataException for whatever the catalogue says; only "not found" means that it is not there. */
async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    const { name, message } = ((error as QueryFailed).cause ?? {}) as Partial<Error>;
    if (name === 'MetadataException' && /EntityNotFound|(?:Database|Table) .*not found/i.test(message ?? ''))
      return undefined;
    throw error;
  }
}
