import { ScanLimitReached } from '../errors.ts';
import type { BoundQuery } from '../query-engine.ts';
import type { QueryRoom } from './query-room.ts';
import { estimateScan, megabytes, type ScanEstimate, scannedTable } from './scan-estimate.ts';

/** The tables of `sql/tables` that hold logs of many accounts, regions and days. */
const LOG_TABLES = ['cloudtrail_logs', 'ingest_events', 'guardduty_findings'];

/** What a query is expected to scan, from the partitions that its table declares in the catalogue. */
export async function expectedScan(
  { calls, catalog, database, partitionBytes, clock }: QueryRoom,
  query: BoundQuery,
  signal?: AbortSignal,
): Promise<ScanEstimate | undefined> {
  const table = scannedTable(query.sql, LOG_TABLES);
  if (table === undefined) return undefined;
  const found = await calls.table({ catalog, database, table }, signal);
  const properties = found?.Parameters ?? {};
  return estimateScan({ query, table, properties, partitionBytes, today: clock() });
}

/**
 * Refuses a query that is expected to scan more than the limit, where Athena itself would not stop it there. A query
 * whose scan cannot be estimated is let through: it is stopped once it has scanned too much.
 * @throws {ScanLimitReached}
 */
export async function guardScan(room: QueryRoom, query: BoundQuery, signal: AbortSignal): Promise<void> {
  const { scanLimit, workgroup } = room;
  if (scanLimit === undefined || scanLimit === workgroup.cutoffBytes) return;
  const expected = await expectedScan(room, query, signal);
  if (expected === undefined || expected.bytes <= scanLimit) return;
  throw new ScanLimitReached(
    `Cannot start ${query.name}: it is expected to scan ${megabytes(expected.bytes)}, and the limit is ${megabytes(scanLimit)} (${expected.basis})`,
    {
      bytes: expected.bytes,
      limit: scanLimit,
      remedy: 'Narrow the window, raise the limit, or set a scan limit on the workgroup for Athena to keep.',
    },
  );
}
