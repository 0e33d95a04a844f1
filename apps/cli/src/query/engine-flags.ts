import type { AthenaEngine, QueryEngine } from '@firebreak/athena';
import { configured } from '../config/current-config.ts';
import { UsageProblem } from '../errors.ts';
import { byteCount } from './byte-count.ts';

/** What says where a query runs. */
export interface EngineFlags {
  readonly logs?: string;
  readonly cache?: boolean;
  readonly memory?: string;
  readonly athena?: boolean;
  readonly database?: string;
  readonly workgroup?: string;
  readonly results?: string;
  readonly region?: string;
  readonly profile?: string;
  readonly maxScan?: string;
  readonly reuse?: string;
}

/**
 * Opens what the flags ask for: Athena, or DuckDB over local files.
 * @throws {UsageProblem} when they name both or neither.
 */
export async function openEngine(flags: EngineFlags, signal: AbortSignal): Promise<QueryEngine> {
  if (flags.athena && flags.logs !== undefined) {
    throw new UsageProblem('Cannot run the query: --athena and --logs exclude each other', {
      remedy: 'Give --logs DIR for local files, or --athena for the central bucket.',
    });
  }
  if (flags.athena) return openCentral(flags, signal);
  if (flags.logs === undefined) {
    throw new UsageProblem('Cannot run the query: there is nothing to read', {
      remedy: 'Give a folder of CloudTrail files with --logs DIR, or ask Athena with --athena.',
    });
  }
  if (flags.memory !== undefined) byteCount(flags.memory, '--memory');
  const { openDuckDbFolder } = await import('@firebreak/athena');
  return openDuckDbFolder(flags.logs, {
    ...(flags.memory === undefined ? {} : { memoryLimit: flags.memory }),
    ...(flags.cache === false ? { cacheFolder: false } : {}),
  });
}

/** Athena with the flags' settings; what they do not say is taken from the configuration. */
export async function openCentral(
  flags: Omit<EngineFlags, 'logs' | 'athena' | 'cache' | 'memory'>,
  signal: AbortSignal,
): Promise<AthenaEngine> {
  const { openAthena } = await import('@firebreak/athena');
  const { athena = {}, regions } = await configured();
  const region = flags.region ?? regions?.home;
  const results = flags.results ?? athena.results;
  const maxScan = flags.maxScan ?? athena.maxScan;
  return openAthena(
    {
      workgroup: flags.workgroup ?? athena.workgroup ?? 'primary',
      database: flags.database ?? athena.database ?? 'firebreak',
      ...(athena.catalog === undefined ? {} : { catalog: athena.catalog }),
      ...(results === undefined ? {} : { outputLocation: results }),
      ...(region === undefined ? {} : { region }),
      ...(flags.profile === undefined ? {} : { profile: flags.profile }),
      ...(maxScan === undefined ? {} : { maxScanBytes: byteCount(maxScan, '--max-scan') }),
      ...(flags.reuse === undefined ? {} : { reuseMinutes: minutesOf(flags.reuse) }),
    },
    signal,
  );
}

function minutesOf(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new UsageProblem('Cannot read --reuse: it is no number of minutes', {
    remedy: 'Give whole minutes, such as --reuse 60.',
  });
}
