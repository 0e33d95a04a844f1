import type { BoundQuery } from '../query-engine.ts';
import { sqlTokens } from '../sql-token.ts';
import { PARTITION_COLUMNS } from '../trail-table.ts';

/**
 * What one account's logs of one region and one day are taken to hold, compressed, unless the mean was measured. A
 * busy account has more and a quiet region far less.
 */
export const ASSUMED_PARTITION_BYTES = 2_000_000;

/** How much a query is expected to scan, before it is started. */
export interface ScanEstimate {
  readonly bytes: number;
  readonly partitions: number;
  /** What the estimate rests on, as a sentence to show with it. */
  readonly basis: string;
}

/** The properties of a table that say which partitions it has (Athena User Guide, "Partition projection"). */
export type TableProperties = Readonly<Record<string, string>>;

/**
 * The partitions that a query's window covers, times their mean size, for each time that the query names the table.
 * Undefined when the table does not list its accounts and regions. Conditions on account and region are not looked
 * at, so the estimate errs towards too much.
 */
export function estimateScan({
  query,
  table,
  properties,
  partitionBytes,
  today,
}: {
  readonly query: Pick<BoundQuery, 'sql' | 'values'>;
  readonly table: string;
  readonly properties: TableProperties;
  /** The measured mean. */
  readonly partitionBytes?: number | undefined;
  readonly today: Date;
}): ScanEstimate | undefined {
  const [accounts, regions] = PARTITION_COLUMNS.map((column) => listed(properties, column));
  if (accounts === undefined || regions === undefined) return undefined;
  const days = daysBetween(boundDays(query) ?? projectedDays(properties, today));
  if (days === undefined) return undefined;
  const reads = timesNamed(query.sql, table);
  const mean = partitionBytes ?? ASSUMED_PARTITION_BYTES;
  const partitions = accounts * regions * days;
  const parts = [count(accounts, 'account'), count(regions, 'region'), count(days, 'day')].join(' × ');
  return {
    bytes: partitions * mean * reads,
    partitions,
    basis: `${parts}${reads === 1 ? '' : ` × ${reads} readings of ${table}`}, at ${partitionBytes === undefined ? 'an assumed' : 'a measured'} ${megabytes(mean)} for one account, region and day`,
  };
}

/** The first table of `tables` that a statement names after FROM or JOIN. */
export function scannedTable(sql: string, tables: readonly string[]): string | undefined {
  return sources(sql).find((name) => tables.includes(name));
}

function timesNamed(sql: string, table: string): number {
  return Math.max(1, sources(sql).filter((name) => name === table).length);
}

function sources(sql: string): string[] {
  const words = sqlTokens(sql).filter(({ kind }) => kind !== 'space');
  return words.flatMap(({ kind, text }, index) => {
    const next = words[index + 1]?.text.toLowerCase();
    return kind === 'word' && /^(?:from|join)$/i.test(text) && next !== undefined ? [next] : [];
  });
}

function listed(properties: TableProperties, column: string): number | undefined {
  const values = properties[`projection.${column}.values`];
  return values === undefined ? undefined : values.split(',').filter((value) => value.trim() !== '').length;
}

type DayWindow = readonly [from: string, to: string];

/** The first and last `day` partition among the bound values. */
function boundDays({ values }: Pick<BoundQuery, 'values'>): DayWindow | undefined {
  const days = values
    .filter(({ binding }) => /\.(?:next-)?day$/.test(binding))
    .map(({ value }) => value)
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? undefined : [first, last];
}

function projectedDays(properties: TableProperties, today: Date): DayWindow | undefined {
  const [from, to] = (properties['projection.day.range'] ?? '').split(',').map((end) => end.trim());
  if (from === undefined || to === undefined) return undefined;
  return [from, to === 'NOW' ? today.toISOString().slice(0, 10) : to];
}

function daysBetween(window: DayWindow | undefined): number | undefined {
  const [from, to] = (window ?? []).map((day) => Date.parse(`${day.replaceAll('/', '-')}T00:00:00Z`));
  const days = ((to ?? Number.NaN) - (from ?? Number.NaN)) / 86_400_000 + 1;
  return Number.isFinite(days) ? Math.max(0, Math.round(days)) : undefined;
}

function count(amount: number, thing: string): string {
  return `${amount} ${thing}${amount === 1 ? '' : 's'}`;
}

/** Bytes as megabytes or gigabytes of a million and a thousand million, as AWS counts limits. */
export function megabytes(bytes: number): string {
  const [amount, unit] = bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${amount.toLocaleString('en-GB', { maximumFractionDigits: 1 })} ${unit}`;
}
