import { bindParameters, openDuckDbFolder } from '@firebreak/athena';
import { type BrokenLog, readTrail, TrailIndex } from '@firebreak/cloudtrail';
import type { Logs } from '@firebreak/runbook';
import { savedQueries } from '../content.ts';
import { UsageProblem } from '../errors.ts';

export interface OpenedLogs extends Logs {
  close(): Promise<void>;
}

export interface OpenLogsOptions {
  readonly onProgress?: (what: string, done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Reads a folder of CloudTrail files once, into the index that lineage needs; queries read the files as they lie there.
 * Throws the signal's reason once that is aborted; nothing is left behind then.
 */
export async function openLogs(
  path: string,
  { onProgress, signal }: OpenLogsOptions = {},
): Promise<OpenedLogs> {
  const queries = await savedQueries();
  const index = new TrailIndex();
  const skipped: string[] = [];
  const broken: BrokenLog[] = [];
  let files = 0;
  const read = readTrail(path, {
    onSkipped: (file) => skipped.push(file),
    onBroken: (at) => broken.push(at),
    onProgress: ({ filesDone, filesTotal }) => {
      files = filesTotal;
      onProgress?.(`Reading logs below ${path}`, filesDone, filesTotal);
    },
    ...(signal === undefined ? {} : { signal }),
  });
  for await (const event of read) {
    signal?.throwIfAborted();
    index.add(event);
  }
  signal?.throwIfAborted();
  const engine = await openDuckDbFolder(path);
  if (signal?.aborted) {
    await engine.close();
    signal.throwIfAborted();
  }
  const { events, from, to } = index.coverage;
  const left = skipped.length === 0 ? '' : `; ${skipped.length} without CloudTrail records passed over`;
  return {
    description: `${events} events in ${files} file${files === 1 ? '' : 's'} below ${path}, ${from} to ${to}${left}${brokenText(broken)}`,
    lineage: index,
    bind(name, parameters) {
      const query = queries.get(name);
      if (query === undefined) throw noSuchQuery(name, [...queries.keys()]);
      const window = windowOf(query.parameters, from, to);
      // Files may be years old: "7d" counts back from the newest event in them.
      const bound = bindParameters(query, { ...window, ...parameters }, () => new Date(to ?? Date.now()));
      return { title: query.title, empty: query.empty, bound };
    },
    run: (query, abort) => engine.run(query, { signal: abort }),
    close: () => engine.close(),
  };
}

/** As many broken files are named one by one. */
const NAMED = 20;

/** What is missing from the logs, so that nobody takes them for whole. */
function brokenText(broken: readonly BrokenLog[]): string {
  if (broken.length === 0) return '';
  const named = broken
    .slice(0, NAMED)
    .map(({ path, byte, why, records }) => `${path} at byte ${byte} after ${records} events: ${why}`);
  const more = broken.length > NAMED ? [`and ${broken.length - NAMED} more`] : [];
  return `; NOT read to the end: ${[...named, ...more].join('; ')}`;
}

/** Over files that somebody brought, the window is all of them: they may be years old. */
function windowOf(
  parameters: readonly { name: string; type: string }[],
  from: string | undefined,
  to: string | undefined,
): Record<string, string> {
  if (from === undefined || to === undefined) return {};
  const ends: Record<string, string> = { since: moved(from, -1_000), until: moved(to, 1_000) };
  const names = parameters.filter(({ type }) => type === 'time').map(({ name }) => name);
  return Object.fromEntries(Object.entries(ends).filter(([name]) => names.includes(name)));
}

function moved(time: string, milliseconds: number): string {
  return new Date(Date.parse(time) + milliseconds).toISOString();
}

export function noSuchQuery(name: string, known: readonly string[]): UsageProblem {
  return new UsageProblem(`Cannot run query: there is no saved query "${name}"`, {
    remedy: `Use one of: ${known.join(', ')}.`,
  });
}
