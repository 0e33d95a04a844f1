import type { QueryExecution, StartQueryExecutionInput } from '@aws-sdk/client-athena';
import type { BoundQuery, QueryProgress, QueryStream } from '../query-engine.ts';
import { awaitQuery, stopQuery } from './await-query.ts';
import { executionParameters } from './execution-parameters.ts';
import { queryFault } from './query-fault.ts';
import type { QueryRoom } from './query-room.ts';
import { requestToken } from './request-token.ts';
import { firstPage, resultRows } from './result-pages.ts';
import { runProgress, runSummary } from './run-summary.ts';
import { guardScan } from './scan-guard.ts';

/**
 * Starts a query, waits until it is over, and gives its rows. Whatever goes wrong after the start, the query is
 * stopped and seen to be over before the error is thrown.
 */
export async function runStatement({
  room,
  query,
  signal,
  onProgress,
  defines,
}: {
  readonly room: QueryRoom;
  readonly query: BoundQuery;
  readonly signal: AbortSignal;
  readonly onProgress?: ((progress: QueryProgress) => void) | undefined;
  /** The statement defines something and scans nothing. */
  readonly defines: boolean;
}): Promise<QueryStream> {
  signal.throwIfAborted();
  const { calls, pacing, scanLimit, usdATerabyte, workgroup } = room;
  const input = startInput(room, query, defines);
  if (!defines) await guardScan(room, query, signal);
  const began = pacing.now();
  const elapsed = () => Math.round(pacing.now() - began);
  const token = requestToken(room.runId(), input);
  const id = await calls.start({ ...input, ClientRequestToken: token }, signal);
  const onState = (execution: QueryExecution) =>
    onProgress?.(runProgress(execution, elapsed(), usdATerabyte));
  const execution = await awaitQuery({
    calls,
    id,
    name: query.name,
    limit: defines ? undefined : scanLimit,
    pacing,
    signal,
    onState,
  }).catch(async (why: unknown) => {
    await stopQuery({ calls, id, name: query.name, why, pacing });
    throw why;
  });
  if (execution.Status?.State !== 'SUCCEEDED') throw queryFault(query.name, execution);
  const summary = runSummary({ QueryExecutionId: id, ...execution }, workgroup.engine, usdATerabyte);
  const onPage = () => onProgress?.({ ...runProgress(execution, elapsed(), usdATerabyte), state: 'reading' });
  const closed = new AbortController();
  const reading = AbortSignal.any([signal, closed.signal]);
  const first = await firstPage(calls, id, reading);
  return {
    columns: first.columns,
    rows: resultRows({
      calls,
      execution: { ...execution, QueryExecutionId: id },
      first,
      signal: reading,
      onPage,
    }),
    summary: () => summary,
    close: async () => closed.abort(),
  };
}

function startInput(
  { catalog, database, workgroup, outputLocation, reuseMinutes }: QueryRoom,
  query: BoundQuery,
  defines: boolean,
): StartQueryExecutionInput {
  const parameters = executionParameters(query);
  return {
    QueryString: query.sql,
    WorkGroup: workgroup.name,
    // Without a database, so that one can be made that is not there yet.
    QueryExecutionContext: { Catalog: catalog, ...(defines ? {} : { Database: database }) },
    ...(parameters === undefined ? {} : { ExecutionParameters: parameters }),
    ...(workgroup.enforced || outputLocation === undefined
      ? {}
      : { ResultConfiguration: { OutputLocation: outputLocation } }),
    ...(reuseMinutes === undefined || defines
      ? {}
      : {
          ResultReuseConfiguration: {
            ResultReuseByAgeConfiguration: { Enabled: true, MaxAgeInMinutes: reuseMinutes },
          },
        }),
  };
}
