import type { BrokenLog } from '../read/broken-log.ts';
import { findLogFiles } from '../read/log-files.ts';
import type { LogWindow } from '../read/log-window.ts';
import { type ReadTrailOptions, readTrail } from '../read/read-trail.ts';
import type { TrailEvent } from '../read/trail-event.ts';
import type { ScanOptions } from '../scan/scan-parts.ts';
import { scanRecords } from '../scan/scan-records.ts';
import { SubjectMatcher } from './subject-matcher.ts';
import type { TimelineSubjects } from './timeline.ts';

export interface SubjectEventsOptions extends ScanOptions {
  /** Files outside of it, by their path, are not opened. Without the days before, nothing is known of what was usual. */
  readonly window?: LogWindow;
  /** Called with each file that broke; there is no error at the end. */
  readonly onBroken: (broken: BrokenLog) => void;
}

/**
 * The events below a folder that {@link timelineOf} needs for these subjects, and maybe others. Where the subjects have a
 * text that must stand in each of their records, only records that have it are parsed; else, for wide CIDR blocks, IPv6
 * and unusual names, all are.
 *
 * @throws {RangeError} when there is no subject, an empty one, or an address that is none.
 * @throws {LogsMissing} when there is nothing to read, or no file holds a CloudTrail record.
 * @throws {LogUnreadable} when files broke and nothing could be read.
 */
export async function* subjectEvents(
  path: string,
  subjects: TimelineSubjects,
  { window, ...options }: SubjectEventsOptions,
): AsyncGenerator<TrailEvent> {
  const { needles } = new SubjectMatcher(subjects);
  const { signal, onProgress, onBroken } = options;
  const reading: ReadTrailOptions = {
    onBroken,
    ...(window && { window }),
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  };
  if (needles === undefined) return yield* readTrail(path, reading);
  const files = await findLogFiles(path, {
    ...(window && { window }),
    onUnreadable: (folder, { code }) =>
      onBroken({ path: folder, byte: 0, records: 0, why: `the folder cannot be listed: ${code}` }),
  });
  let found = 0;
  for await (const { event } of scanRecords(files, { ...options, needles })) {
    found += 1;
    yield event;
  }
  // A folder without the subjects is an answer; one without CloudTrail records is none.
  if (found === 0) for await (const _ of readTrail(path, { ...reading, onBroken: () => {} })) return;
}
