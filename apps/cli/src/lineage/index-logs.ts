import { LogUnreadable, readTrail, TrailIndex } from '@firebreak/cloudtrail';

export interface IndexLogsOptions {
  /** Only what happened from then and until then, ISO 8601 in UTC. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly onProgress?: (filesDone: number, filesTotal: number) => void;
  readonly signal?: AbortSignal;
}

/** What lineage needs of a folder of log files. */
export interface IndexedLogs {
  readonly index: TrailIndex;
  /** What broke on the way. All that was whole is in the index, and the lineage says so. */
  readonly broken: LogUnreadable | undefined;
}

/**
 * Reads a folder or file of CloudTrail records into an index. The one place where the command reads files for a trace.
 *
 * @throws {LogsMissing} when there is nothing to read.
 * @throws {LogUnreadable} when files broke and nothing else was there.
 */
export async function indexLogs(
  path: string,
  { from, to, onProgress, signal }: IndexLogsOptions = {},
): Promise<IndexedLogs> {
  const index = new TrailIndex();
  const earliest = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from);
  const latest = to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to);
  const events = readTrail(path, {
    window: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
    ...(onProgress === undefined
      ? {}
      : { onProgress: ({ filesDone, filesTotal }) => onProgress(filesDone, filesTotal) }),
    ...(signal === undefined ? {} : { signal }),
  });
  try {
    for await (const event of events) {
      const time = Date.parse(event.time);
      if (time >= earliest && time <= latest) index.add(event);
    }
  } catch (error) {
    if (!(error instanceof LogUnreadable) || index.coverage.events === 0) throw error;
    index.note({
      kind: 'source-unavailable',
      what: `Not all logs could be read: ${error.message}${error.where === undefined ? '' : ` (${error.where.split('\n')[0]})`}`,
      lookup: 'Fetch the broken files from the bucket again, and trace once more.',
      command: null,
    });
    return { index, broken: error };
  }
  return { index, broken: undefined };
}
