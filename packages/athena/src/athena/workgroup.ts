import { WorkgroupUnusable } from '../errors.ts';
import type { AthenaCalls } from './athena-calls.ts';

/** What a workgroup says about the queries in it. */
export interface Workgroup {
  readonly name: string;
  /** Such as `Athena engine version 3`. */
  readonly engine: string;
  /** Bytes at which Athena itself gives up a query. Absent when the workgroup has no such limit. */
  readonly cutoffBytes?: number;
  /** Where results go, as `s3://bucket/prefix/`. Absent when Athena keeps them. */
  readonly outputLocation?: string;
  /** The workgroup's settings hold whatever a query asks for. */
  readonly enforced: boolean;
}

/**
 * Reads a workgroup and makes sure that queries can run in it.
 * @throws {WorkgroupUnusable} when they cannot.
 */
export async function readWorkgroup(
  calls: AthenaCalls,
  { name, outputLocation }: { readonly name: string; readonly outputLocation?: string | undefined },
  signal?: AbortSignal,
): Promise<Workgroup> {
  const { State: state, Configuration: settings = {} } = await calls.workgroup(name, signal);
  const engine = settings.EngineVersion?.EffectiveEngineVersion ?? '';
  const unusable = (why: string, remedy: string) =>
    new WorkgroupUnusable(`Cannot use the workgroup ${name}: ${why}`, { remedy });
  if (state === 'DISABLED') {
    throw unusable('it is disabled', 'Enable it, or name another workgroup.');
  }
  if (Number(/^Athena engine version (\d+)$/.exec(engine)?.[1] ?? 0) < 3) {
    throw unusable(
      `its queries run in ${engine === '' ? 'an engine that it does not name' : engine}`,
      'Set the workgroup to Athena engine version 3, which the saved queries are written for.',
    );
  }
  const enforced = settings.EnforceWorkGroupConfiguration ?? false;
  const location =
    settings.ManagedQueryResultsConfiguration?.Enabled === true
      ? undefined
      : ((enforced ? undefined : outputLocation) ?? settings.ResultConfiguration?.OutputLocation);
  if (location === undefined && settings.ManagedQueryResultsConfiguration?.Enabled !== true) {
    throw unusable(
      enforced
        ? 'it holds queries to its own output location, and has none'
        : 'it has no output location, and none was given',
      'Give the workgroup an output location, such as s3://BUCKET/athena/.',
    );
  }
  return {
    name,
    engine,
    enforced,
    ...(settings.BytesScannedCutoffPerQuery === undefined
      ? {}
      : { cutoffBytes: settings.BytesScannedCutoffPerQuery }),
    ...(location === undefined ? {} : { outputLocation: location }),
  };
}
