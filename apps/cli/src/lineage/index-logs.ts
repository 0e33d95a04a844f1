import { stat } from 'node:fs/promises';
import {
  type BrokenLog,
  indexFolder,
  type LineageGap,
  type LineageSource,
  LogsMissing,
  type LogUnreadable,
  logUnreadable,
  readTrail,
  TrailIndex,
} from '@firebreak/cloudtrail';

export interface IndexLogsOptions {
  /** Only what happened from then and until then, ISO 8601 in UTC. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly onProgress?: (filesDone: number, filesTotal: number) => void;
  readonly signal?: AbortSignal;
}

/** What lineage needs of a folder of log files. */
export interface IndexedLogs {
  readonly index: LineageSource;
  /** What broke on the way. All that was whole is in the index, and the lineage says so. */
  readonly broken: LogUnreadable | undefined;
}

/** A source that more can be said of. */
interface Notable extends LineageSource {
  note(gap: LineageGap): void;
}

/**
 * Goes over a folder or file of CloudTrail records for the trace of a key. The one place where the command reads files
 * for a trace.
 *
 * @throws {LogsMissing} when there is nothing to read.
 * @throws {LogUnreadable} when files broke and nothing else was there.
 */
export async function indexLogs(
  path: string,
  key: string,
  options: IndexLogsOptions = {},
): Promise<IndexedLogs> {
  const broken: BrokenLog[] = [];
  // The quick way cuts no single events off, so that it is for whole logs only; and it reads some of them again.
  const isWhole = options.from === undefined && options.to === undefined;
  const index = await (isWhole && !(await isPipe(path)) ? quickIndex : readIndex)(path, key, options, broken);
  const problem = broken.length === 0 ? undefined : logUnreadable(broken);
  if (problem !== undefined)
    index.note({
      kind: 'source-unavailable',
      what: `Not all logs could be read: ${problem.message} (${problem.where ?? path})`,
      lookup: problem.remedy,
      command: null,
    });
  return { index, broken: problem };
}

/** What `<(zcat …)` of a shell gives, or standard input. */
async function isPipe(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  return info !== undefined && !info.isFile() && !info.isDirectory();
}

type Index = (path: string, key: string, options: IndexLogsOptions, broken: BrokenLog[]) => Promise<Notable>;

const quickIndex: Index = async (path, key, { signal, onProgress }, broken) => {
  try {
    return await indexFolder(path, key, {
      onBroken: (log) => broken.push(log),
      ...(signal === undefined ? {} : { signal }),
      ...(onProgress && { onProgress: ({ filesDone, filesTotal }) => onProgress(filesDone, filesTotal) }),
    });
  } catch (error) {
    // Nothing was whole in any file.
    if (error instanceof LogsMissing && broken.length > 0) throw logUnreadable(broken);
    throw error;
  }
};

const readIndex: Index = async (path, _key, { from, to, signal, onProgress }, broken) => {
  const index = new TrailIndex();
  const earliest = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from);
  const latest = to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to);
  const events = readTrail(path, {
    window: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
    onBroken: (log) => broken.push(log),
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress && { onProgress: ({ filesDone, filesTotal }) => onProgress(filesDone, filesTotal) }),
  });
  for await (const event of events) {
    const time = Date.parse(event.time);
    if (time >= earliest && time <= latest) index.add(event);
  }
  return index;
};
