import { bindParameters, openDuckDb } from '@firebreak/athena';
import { readTrail, TrailIndex, type TrailRecord } from '@firebreak/cloudtrail';
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
 * Reads a folder of CloudTrail files once, into the index that lineage needs and the table that queries read. Throws
 * the signal's reason once that is aborted; nothing is left behind then.
 */
export async function openLogs(
  path: string,
  { onProgress, signal }: OpenLogsOptions = {},
): Promise<OpenedLogs> {
  const queries = await savedQueries();
  const index = new TrailIndex();
  const skipped: string[] = [];
  let files = 0;
  async function* records(): AsyncGenerator<TrailRecord> {
    const events = readTrail(path, {
      onSkipped: (file) => skipped.push(file),
      onProgress: ({ filesDone, filesTotal }) => {
        files = filesTotal;
        onProgress?.(`Reading logs below ${path}`, filesDone, filesTotal);
      },
      ...(signal === undefined ? {} : { signal }),
    });
    for await (const event of events) {
      signal?.throwIfAborted();
      index.add(event);
      yield event.record;
    }
  }
  const engine = await openDuckDb(records());
  if (signal?.aborted) {
    await engine.close();
    signal.throwIfAborted();
  }
  const { events, from, to } = index.coverage;
  const left = skipped.length === 0 ? '' : `; ${skipped.length} without CloudTrail records passed over`;
  return {
    description: `${events} events in ${files} file${files === 1 ? '' : 's'} below ${path}, ${from} to ${to}${left}`,
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
