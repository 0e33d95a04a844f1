import type { QueryExecution } from '@aws-sdk/client-athena';
import type { QueryProgress, QuerySummary } from '../query-engine.ts';
import { scanCost } from './scan-cost.ts';

/** What an execution took. Null values of the statistics are left out. */
export function runSummary(execution: QueryExecution, engine: string, usdATerabyte: number): QuerySummary {
  const { Statistics: statistics = {}, QueryExecutionId: executionId } = execution;
  const reused = statistics.ResultReuseInformation?.ReusedPreviousResult;
  return {
    engine: execution.EngineVersion?.EffectiveEngineVersion ?? engine,
    setAside: [],
    ...known({
      executionId,
      reused,
      bytesRead: statistics.DataScannedInBytes,
      costUsd: costOf(execution, usdATerabyte),
      queueMs: statistics.QueryQueueTimeInMillis,
      executionMs: statistics.EngineExecutionTimeInMillis,
    }),
  };
}

/** How far an execution is, for somebody who waits. */
export function runProgress(
  execution: QueryExecution,
  elapsedMs: number,
  usdATerabyte: number,
): QueryProgress {
  const bytesRead = execution.Statistics?.DataScannedInBytes;
  return {
    state: execution.Status?.State === 'QUEUED' ? 'queued' : 'running',
    elapsedMs,
    ...known({ bytesRead, costUsd: costOf(execution, usdATerabyte) }),
  };
}

/** Undefined while Athena has not said what was scanned. */
function costOf(execution: QueryExecution, usdATerabyte: number): number | undefined {
  const bytes = execution.Statistics?.DataScannedInBytes;
  if (execution.StatementType === 'DDL' || execution.StatementType === 'UTILITY') return 0;
  if (execution.Statistics?.ResultReuseInformation?.ReusedPreviousResult === true) return 0;
  return bytes === undefined ? undefined : scanCost(bytes, usdATerabyte);
}

type Known<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function known<T extends object>(fields: T): Known<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Known<T>;
}
