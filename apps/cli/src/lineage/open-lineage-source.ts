import { type LineageSource, LookupSource, type PaceClock, RowSource } from '@firebreak/cloudtrail';
import type { Problem } from '@firebreak/problem';
import { UsageProblem } from '../errors.ts';
import { openCentral } from '../query/engine-flags.ts';
import { indexLogs } from './index-logs.ts';
import { lookupPlaces } from './lookup-places.ts';
import { askTable } from './table-rows.ts';
import { timeFlag } from './time-flag.ts';

/** Where a trace looks things up; exactly one of `logs`, `lookup` and `athena`. */
export interface SourceFlags {
  /** A folder or file of CloudTrail records. */
  readonly logs?: string;
  /** CloudTrail's event history, through LookupEvents. */
  readonly lookup?: boolean;
  readonly athena?: boolean;
  readonly region?: readonly string[];
  readonly profile?: string;
  readonly since?: string;
  readonly until?: string;
  readonly database?: string;
  readonly workgroup?: string;
  readonly results?: string;
  readonly maxScan?: string;
}

/** How far back Athena looks unless --since says otherwise. */
const CENTRAL_WINDOW = '7d';

export interface OpenSourceOptions {
  readonly signal?: AbortSignal;
  /** Called with what is being read or asked, in one line of words. */
  readonly onProgress?: (what: string) => void;
  /** What requests are kept apart with; the machine's clock if absent. */
  readonly clock?: PaceClock;
}

export interface OpenedSource {
  readonly source: LineageSource;
  /** What could not be read. The source answers from the rest; it is said after the answer. */
  readonly problem: Problem | undefined;
  close?(): Promise<void>;
}

/**
 * Opens what the flags name, for the trace of a key.
 *
 * @throws {UsageProblem} when they name nothing, more than one thing, or what cannot be asked.
 */
export async function openLineageSource(
  key: string,
  flags: SourceFlags,
  options: OpenSourceOptions = {},
): Promise<OpenedSource> {
  const { logs, lookup = false, athena = false, region = [], profile, since, until } = flags;
  const given = [logs !== undefined && '--logs', lookup && '--lookup', athena && '--athena'].filter(Boolean);
  if (given.length === 0)
    throw cannot('there is nothing to read', 'Give --logs DIR, --lookup to ask CloudTrail, or --athena.');
  if (given.length > 1) throw cannot(`${given.join(' and ')} are two sources`, 'Give one of them.');
  if (logs !== undefined && (region.length > 0 || profile !== undefined))
    throw cannot('--region and --profile are for --lookup and --athena', 'Leave them out.');
  const from = since === undefined ? undefined : timeFlag('--since', since);
  const to = until === undefined ? undefined : timeFlag('--until', until);
  if (from !== undefined && to !== undefined && Date.parse(from) > Date.parse(to))
    throw cannot(`--since ${from} is after --until ${to}`, 'Swap them.');
  if (athena) return openTable(flags, { from, to }, options);
  if (logs !== undefined) return openLogs(logs, key, { from, to }, options);
  return openLookup({ region, profile, from, to }, options);
}

interface Span {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

async function openLogs(
  path: string,
  key: string,
  span: Span,
  options: OpenSourceOptions,
): Promise<OpenedSource> {
  const { signal, onProgress } = options;
  const { index, broken } = await indexLogs(path, key, {
    ...span,
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined
      ? {}
      : { onProgress: (done, total) => onProgress(`Read ${done} of ${total} files`) }),
  });
  return { source: index, problem: broken };
}

async function openTable(
  { region, ...flags }: SourceFlags,
  { from, to }: Span,
  { signal = new AbortController().signal, onProgress }: OpenSourceOptions,
): Promise<OpenedSource> {
  const engine = await openCentral(
    region?.[0] === undefined ? flags : { ...flags, region: region[0] },
    signal,
  );
  const window = {
    from: from ?? timeFlag('--since', CENTRAL_WINDOW),
    to: to ?? new Date().toISOString(),
  };
  onProgress?.(`Asking Athena for ${window.from} to ${window.to}`);
  const source = new RowSource(askTable(engine, window, signal), window);
  return { source, problem: undefined, close: () => engine.close() };
}

async function openLookup(
  { region, profile, ...span }: Span & { region: readonly string[]; profile: string | undefined },
  { signal, onProgress, clock }: OpenSourceOptions,
): Promise<OpenedSource> {
  const places = await lookupPlaces({ profile, regions: region, signal });
  const source = new LookupSource(places, {
    ...span,
    signal,
    ...(clock === undefined ? {} : { clock }),
    ...(onProgress === undefined
      ? {}
      : {
          onProgress: (asked) =>
            onProgress(
              `Asked ${asked.region} for ${asked.attribute} ${asked.value}: ${asked.pages} page${asked.pages === 1 ? '' : 's'}`,
            ),
        }),
  });
  return { source, problem: undefined };
}

function cannot(what: string, remedy: string): UsageProblem {
  return new UsageProblem(`Cannot trace: ${what}`, { remedy });
}
