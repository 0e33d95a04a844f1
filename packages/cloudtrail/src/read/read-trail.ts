import { setImmediate } from 'node:timers/promises';
import { LogsMissing } from '../errors.ts';
import { type BrokenLog, logUnreadable, unlistedFolder } from './broken-log.ts';
import { findLogFiles } from './log-files.ts';
import type { LogWindow } from './log-window.ts';
import { OneByOne } from './one-by-one.ts';
import { readLog } from './read-log.ts';
import type { TrailEvent } from './trail-event.ts';

/** What was read so far, for progress and for the record. */
export interface TrailProgress {
  readonly file: string;
  readonly filesDone: number;
  readonly filesTotal: number;
}

export interface ReadTrailOptions {
  /** Files outside of it, by their path, are not opened. Events are not filtered: a file may hold older ones. */
  readonly window?: LogWindow;
  readonly onProgress?: (progress: TrailProgress) => void;
  /** Called with each file that is JSON but holds no CloudTrail record, and each symbolic link that leads nowhere. */
  readonly onSkipped?: (file: string) => void;
  /** Called with each file that broke, once what is whole in it was read. */
  readonly onBroken?: (broken: BrokenLog) => void;
  readonly signal?: AbortSignal;
}

/** Milliseconds after which others have their turn: a keystroke, a signal, the screen. */
const TURN = 20;

/**
 * Reads all events below a folder, or of one file, a file at a time.
 *
 * @throws {LogsMissing} when there is nothing to read, or no file holds a CloudTrail record.
 * @throws {LogUnreadable} at the end, when files broke and there is no `onBroken`, or when nothing could be read.
 */
export function readTrail(
  path: string,
  options: ReadTrailOptions = {},
): AsyncGenerator<TrailEvent, void, void> {
  return new OneByOne(readTrailBatches(path, options));
}

/** The same in batches: one or more a file, none of them empty. With many events it costs less than one by one. */
export async function* readTrailBatches(
  path: string,
  { window, onProgress, onSkipped, onBroken, signal }: ReadTrailOptions = {},
): AsyncGenerator<TrailEvent[], void, void> {
  const broken: BrokenLog[] = [];
  const breaks = (at: BrokenLog): void => {
    broken.push(at);
    onBroken?.(at);
  };
  const files = await findLogFiles(path, {
    ...(window && { window }),
    ...(onSkipped && { onBrokenLink: onSkipped }),
    onUnreadable: (folder, cause) => breaks(unlistedFolder(folder, cause)),
  });
  let found = 0;
  let turn = performance.now();
  for (const [index, file] of files.entries()) {
    signal?.throwIfAborted();
    const log = readLog(file, signal);
    for (let next = await log.next(); ; next = await log.next()) {
      if (!next.done) {
        if (next.value.length > 0) yield next.value;
        continue;
      }
      const { events, others, broken: here } = next.value;
      found += events;
      if (here !== undefined) breaks(here);
      else if (events === 0 && others > 0) onSkipped?.(file.path);
      break;
    }
    onProgress?.({ file: file.path, filesDone: index + 1, filesTotal: files.length });
    if (performance.now() - turn > TURN) {
      await setImmediate();
      turn = performance.now();
    }
  }
  if (broken.length > 0 && (onBroken === undefined || found === 0)) throw logUnreadable(broken);
  if (found > 0) return;
  throw new LogsMissing('Cannot read logs: no file holds a CloudTrail record', {
    where: path,
    remedy: 'Give the folder that "aws s3 sync s3://BUCKET/AWSLogs/ DIR" filled.',
  });
}
