import type { LogFile } from '../read/log-files.ts';
import { readEvent } from '../read/read-event.ts';
import type { TrailEvent, TrailRecord } from '../read/trail-event.ts';
import { partTexts } from './file-part.ts';
import { type ScanOptions, scanParts } from './scan-parts.ts';

export interface ScanRecordsOptions extends ScanOptions {
  /** What is looked for: three bytes at least. A record is found when its compact JSON holds one of them. */
  readonly needles: readonly (string | Uint8Array)[];
}

export interface FoundRecord {
  readonly file: LogFile;
  readonly record: TrailRecord;
  readonly event: TrailEvent;
}

/**
 * The records of log files that hold a needle, such as a key id or an address, in the order of the files and of their
 * text. Only those are parsed, and all processors take part.
 *
 * A needle is compared with bytes, so that it must be written as JSON writes it: `a\"b` for `a"b`. A delivery file is
 * searched as it is; the damage in one whose gzip is whole is noticed only in a record that holds a needle.
 *
 * @throws {RangeError} when there is no needle, or a needle of fewer than three bytes.
 * @throws {LogUnreadable} at the end, when files broke and there is no `onBroken`.
 * @throws {ScanFailed} when a thread ends before its work.
 */
export async function* scanRecords(
  files: readonly LogFile[],
  { needles, ...options }: ScanRecordsOptions,
): AsyncGenerator<FoundRecord> {
  const task = { kind: 'needles', needles } as const;
  for await (const part of scanParts(files, task, options)) {
    const file = files[part.file];
    if (file === undefined) continue;
    for (const text of partTexts(part)) {
      const event = readEvent(JSON.parse(text.toString()));
      if (event !== undefined) yield { file, record: event.record, event };
    }
  }
}
