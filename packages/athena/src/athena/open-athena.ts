import { randomUUID } from 'node:crypto';
import type { AthenaClientConfig } from '@aws-sdk/client-athena';
import { collectRows } from '../collect-rows.ts';
import { QueryFailed } from '../errors.ts';
import type { BoundQuery, QueryEngine, QueryOptions, QueryStream } from '../query-engine.ts';
import { type AthenaCalls, athenaCalls } from './athena-calls.ts';
import type { AthenaOptions } from './athena-options.ts';
import { loadAthena } from './load-athena.ts';
import { type Pacing, pause } from './pause.ts';
import type { QueryRoom } from './query-room.ts';
import { requestLimits } from './request-limits.ts';
import { runStatement } from './run-statement.ts';
import { USD_A_TERABYTE } from './scan-cost.ts';
import type { ScanEstimate } from './scan-estimate.ts';
import { expectedScan } from './scan-guard.ts';
import { readWorkgroup, type Workgroup } from './workgroup.ts';

/** "MaxAgeInMinutes" in the Athena API Reference, "ResultReuseByAgeConfiguration". */
const LONGEST_REUSE_MINUTES = 10_080;

const LONGEST_CALL_MS = 20_000;

/** Amazon Athena, over tables in its catalogue. */
export interface AthenaEngine extends QueryEngine {
  readonly workgroup: Workgroup;
  /** Bytes at which a query is given up: the smaller one of the engine's limit and the workgroup's. */
  readonly scanLimit: number | undefined;
  /** For reading the catalogue. */
  readonly calls: AthenaCalls;
  readonly catalog: string;
  /** What a query is expected to scan. Undefined when the table does not say which partitions it has. */
  estimate(query: BoundQuery, signal?: AbortSignal): Promise<ScanEstimate | undefined>;
  /** Runs a statement that makes or removes something in the catalogue, whose names it qualifies itself. */
  define(statement: string, options?: QueryOptions): Promise<void>;
}

/**
 * Opens Athena with the SDK's standard chain of credentials, and reads the workgroup. Nothing is started yet.
 * @throws {WorkgroupUnusable} when queries cannot run in the workgroup.
 * @throws {CredentialsRejected}, {AccessRefused} or {QueryFailed} when it cannot be read.
 */
export async function openAthena(options: AthenaOptions, signal?: AbortSignal): Promise<AthenaEngine> {
  const { reuseMinutes } = options;
  if (reuseMinutes !== undefined && !(reuseMinutes > 0 && reuseMinutes <= LONGEST_REUSE_MINUTES)) {
    throw new QueryFailed('Cannot open Athena: answers can be reused for 1 to 10,080 minutes', {
      remedy: 'Give an age between 1 minute and 7 days.',
    });
  }
  const sdk = await loadAthena();
  const client = options.client ?? new sdk.AthenaClient(clientSettings(options));
  const release = () => (options.client === undefined ? client.destroy() : undefined);
  try {
    const pacing: Pacing = {
      pause,
      random: Math.random,
      now: () => performance.now(),
      ...options.pacing,
    };
    const calls = athenaCalls(sdk, client, pacing);
    const workgroup = await readWorkgroup(
      calls,
      { name: options.workgroup, outputLocation: options.outputLocation },
      signal,
    );
    return engine({ options, calls, workgroup, pacing, release });
  } catch (error) {
    release();
    throw error;
  }
}

function clientSettings({ region, profile }: AthenaOptions): AthenaClientConfig {
  return {
    // Calls are repeated here, where a start keeps its token and a signal is heard.
    maxAttempts: 1,
    requestHandler: requestLimits(LONGEST_CALL_MS),
    ...(region === undefined ? {} : { region }),
    ...(profile === undefined ? {} : { profile }),
  };
}

function engine({
  options,
  calls,
  workgroup,
  pacing,
  release,
}: {
  readonly options: AthenaOptions;
  readonly calls: AthenaCalls;
  readonly workgroup: Workgroup;
  readonly pacing: Pacing;
  readonly release: () => void;
}): AthenaEngine {
  const catalog = options.catalog ?? 'AwsDataCatalog';
  const limits = [options.maxScanBytes, workgroup.cutoffBytes].filter((limit) => limit !== undefined);
  const scanLimit = limits.length === 0 ? undefined : Math.min(...limits);
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();
  const room: QueryRoom = {
    calls,
    catalog,
    database: options.database,
    workgroup,
    scanLimit,
    pacing,
    reuseMinutes: options.reuseMinutes,
    outputLocation: options.outputLocation,
    partitionBytes: options.partitionBytes,
    usdATerabyte: options.usdATerabyte ?? USD_A_TERABYTE,
    clock: options.clock ?? (() => new Date()),
    runId: options.runId ?? randomUUID,
  };
  const stream = (query: BoundQuery, { signal, onProgress }: QueryOptions = {}, defines = false) => {
    const stop = AbortSignal.any([closing.signal, ...(signal === undefined ? [] : [signal])]);
    const started = runStatement({ room, query, signal: stop, onProgress, defines });
    running.add(started);
    return started.finally(() => running.delete(started));
  };
  return {
    workgroup,
    scanLimit,
    calls,
    catalog,
    stream: (query, queryOptions): Promise<QueryStream> => stream(query, queryOptions),
    run: async (query, queryOptions) => collectRows(await stream(query, queryOptions)),
    define: async (statement, queryOptions) => {
      const query = { name: 'a definition', sql: statement, values: [], parameters: {} };
      await collectRows(await stream(query, queryOptions, true));
    },
    estimate: (query, signal) => expectedScan(room, query, signal),
    close: async () => {
      if (closing.signal.aborted) return;
      closing.abort(
        new QueryFailed('Cannot run the query: the engine is closed', {
          remedy: 'Open Athena again before asking.',
        }),
      );
      // A query that runs is stopped, and seen to be over, before the connection goes.
      await Promise.allSettled(running);
      release();
    },
  };
}
