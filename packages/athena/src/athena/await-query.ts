import type { QueryExecution } from '@aws-sdk/client-athena';
import { QueryMayRun, ScanLimitReached } from '../errors.ts';
import type { AthenaCalls } from './athena-calls.ts';
import { type Pacing, pollDelay } from './pause.ts';
import { reasonText, shownId } from './reason-text.ts';
import { megabytes } from './scan-estimate.ts';

const OVER = new Set(['SUCCEEDED', 'FAILED', 'CANCELLED']);

/** Looks made after a query was told to stop, about 30 seconds. */
const LOOKS_AFTER_STOP = 20;

/**
 * Follows a query until it is over, however it ends.
 * @throws {ScanLimitReached} when it has scanned more than `limit` and still runs.
 */
export async function awaitQuery({
  calls,
  id,
  name,
  limit,
  onState,
  pacing,
  signal,
}: {
  readonly calls: AthenaCalls;
  readonly id: string;
  readonly name: string;
  readonly limit: number | undefined;
  readonly onState: (execution: QueryExecution) => void;
  readonly pacing: Pacing;
  readonly signal: AbortSignal;
}): Promise<QueryExecution> {
  for (let polls = 0; ; polls += 1) {
    signal.throwIfAborted();
    const execution = await calls.execution(id, signal);
    onState(execution);
    if (isOver(execution)) return execution;
    const bytes = execution.Statistics?.DataScannedInBytes ?? 0;
    if (limit !== undefined && bytes > limit) {
      throw new ScanLimitReached(
        `Cannot finish ${name} (${shownId(id)}): it has scanned ${megabytes(bytes)}, and the limit is ${megabytes(limit)}`,
        { bytes, limit, remedy: 'Narrow the window or the accounts, or raise the limit.' },
      );
    }
    await pacing.pause(pollDelay(polls, pacing.random), signal);
  }
}

/**
 * Stops a query and looks until it is over. Also right for one that has just ended.
 * @throws {QueryMayRun} when that cannot be seen; its cause is `why`.
 */
export async function stopQuery({
  calls,
  id,
  name,
  why,
  pacing,
}: {
  readonly calls: AthenaCalls;
  readonly id: string;
  readonly name: string;
  /** What the query is stopped for. */
  readonly why: unknown;
  readonly pacing: Pacing;
}): Promise<QueryExecution> {
  let doubt = `it is still not over ${LOOKS_AFTER_STOP} looks after it was told to stop`;
  try {
    await calls.stop(id);
    for (let looks = 0; looks < LOOKS_AFTER_STOP; looks += 1) {
      const execution = await calls.execution(id);
      if (isOver(execution)) return execution;
      await pacing.pause(pollDelay(looks, pacing.random));
    }
  } catch (error) {
    doubt = reasonText((error as Error).message);
  }
  throw new QueryMayRun(`Cannot tell whether ${name} (${shownId(id)}) was stopped: ${doubt}`, {
    executionId: id,
    remedy: `Stop it with "aws athena stop-query-execution --query-execution-id ${shownId(id)}".`,
    cause: why,
  });
}

function isOver(execution: QueryExecution): boolean {
  return OVER.has(execution.Status?.State ?? '');
}
