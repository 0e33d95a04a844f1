import { openDuckDbFolder } from '@firebreak/athena';
import { type BrokenLog, readTrail, TrailIndex } from '@firebreak/cloudtrail';
import type { Logs } from '@firebreak/runbook';
import { savedQueries } from '../content.ts';
import { bindSaved } from './bind-saved.ts';

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
  const span =
    from === undefined || to === undefined ? undefined : { from: moved(from, -1_000), to: moved(to, 1_000) };
  return {
    description: `${events} events in ${files} file${files === 1 ? '' : 's'} below ${path}, ${from} to ${to}${left}${brokenText(broken)}`,
    lineage: index,
    bind: (name, parameters) => bindSaved(queries, name, parameters, span),
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

function moved(time: string, milliseconds: number): string {
  return new Date(Date.parse(time) + milliseconds).toISOString();
}
