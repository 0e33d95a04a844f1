import { LogsMissing } from './errors.ts';
import { findLogFiles } from './log-files.ts';
import { logRecords } from './log-records.ts';
import { readLogText } from './log-text.ts';
import { readEvent } from './read-event.ts';
import type { TrailEvent } from './trail-event.ts';

/** What was read so far, for progress and for the record. */
export interface TrailProgress {
  readonly file: string;
  readonly filesDone: number;
  readonly filesTotal: number;
}

export interface ReadTrailOptions {
  readonly onProgress?: (progress: TrailProgress) => void;
  /** Called with each file that is JSON but holds no CloudTrail record, and each symbolic link that leads nowhere. */
  readonly onSkipped?: (file: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Reads all events below a folder, or of one file, a file at a time.
 *
 * @throws {LogsMissing} when there is nothing to read, or no file holds a CloudTrail record.
 * @throws {LogUnreadable} at the first file that is cut off, damaged or not JSON.
 */
export async function* readTrail(path: string, options: ReadTrailOptions = {}): AsyncGenerator<TrailEvent> {
  const files = await findLogFiles(path, options.onSkipped);
  let found = false;
  for (const [index, file] of files.entries()) {
    options.signal?.throwIfAborted();
    const records = logRecords(await readLogText(file), file);
    let foundHere = records.length === 0;
    for (const record of records) {
      const event = readEvent(record);
      if (event === undefined) continue;
      foundHere = true;
      found = true;
      yield event;
    }
    if (!foundHere) options.onSkipped?.(file);
    options.onProgress?.({ file, filesDone: index + 1, filesTotal: files.length });
  }
  if (found) return;
  throw new LogsMissing('Cannot read logs: no file holds a CloudTrail record', {
    where: path,
    remedy: 'Give the folder that "aws s3 sync s3://BUCKET/AWSLogs/ DIR" filled.',
  });
}
