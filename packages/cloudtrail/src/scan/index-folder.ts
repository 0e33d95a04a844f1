import { LogsMissing } from '../errors.ts';
import { unlistedFolder } from '../read/broken-log.ts';
import { findLogFiles } from '../read/log-files.ts';
import type { LogWindow } from '../read/log-window.ts';
import { compareTimes } from '../read/trail-time.ts';
import { FolderIndex } from './folder-index.ts';
import { KeptRecords } from './kept-records.ts';
import { type ScanOptions, scanParts } from './scan-parts.ts';

export interface IndexFolderOptions extends ScanOptions {
  /** Files outside of it, by their path, are not opened. */
  readonly window?: LogWindow;
  /** Called with each file that is JSON but holds no CloudTrail record, and each symbolic link that leads nowhere. */
  readonly onSkipped?: (file: string) => void;
  /** How many bytes of records are kept in memory; above that they are read again when they are needed. */
  readonly keepBytes?: number;
}

/** A million events have some 160 MB of records that a lineage may need. */
const KEEP_BYTES = 256 * 1024 * 1024;

/**
 * Goes over the files below a folder once, on all processors, and returns a source for `traceKey`: over it, every key has
 * the lineage that it has over a `TrailIndex` of all events. Few records are parsed. Files may be read again when a
 * lineage asks for more, so that `path` must not be a pipe.
 *
 * @param key The key that will be traced. Others can be, too; they may cost another look at the files that mention them.
 * @throws {LogsMissing} when there is nothing to read, or no file holds a CloudTrail record.
 * @throws {LogUnreadable} when files broke, or a folder cannot be listed, and there is no `onBroken`.
 * @throws {ScanFailed} when a thread ends before its work.
 */
export async function indexFolder(
  path: string,
  key: string,
  { window, onSkipped, keepBytes = KEEP_BYTES, ...options }: IndexFolderOptions = {},
): Promise<FolderIndex> {
  const { onBroken } = options;
  const files = await findLogFiles(path, {
    ...(window && { window }),
    ...(onSkipped && { onBrokenLink: onSkipped }),
    ...(onBroken && { onUnreadable: (folder, cause) => onBroken(unlistedFolder(folder, cause)) }),
  });
  const marks = files.map(() => new Uint32Array());
  let kept: KeptRecords | undefined = new KeptRecords();
  let from: string | undefined;
  let to: string | undefined;
  const task = { kind: 'lineage', needles: key === '' ? [] : [JSON.stringify(key)] } as const;
  for await (const part of scanParts(files, task, options)) {
    marks[part.file] = joined(marks[part.file], part.fileMarks);
    if (part.from !== undefined && (from === undefined || compareTimes(part.from, from) < 0))
      from = part.from;
    if (part.to !== undefined && (to === undefined || compareTimes(part.to, to) > 0)) to = part.to;
    if (part.isForeign) onSkipped?.(files[part.file]?.path ?? '');
    kept?.add(part);
    if (kept !== undefined && kept.bytes > keepBytes) kept = undefined;
  }
  if (from === undefined) throw nothingFound(path);
  const coverage = { from, to };
  return new FolderIndex({ files, marks, kept, coverage }, scanOf(options), [key]);
}

function joined(a: Uint32Array | undefined, b: Uint32Array): Uint32Array<ArrayBuffer> {
  const all = new Uint32Array((a?.length ?? 0) + b.length);
  if (a !== undefined) all.set(a);
  all.set(b, a?.length ?? 0);
  return all;
}

function scanOf({ threads, signal }: ScanOptions): Pick<ScanOptions, 'threads' | 'signal'> {
  return { ...(threads === undefined ? {} : { threads }), ...(signal && { signal }) };
}

function nothingFound(path: string): LogsMissing {
  return new LogsMissing('Cannot read logs: no file holds a CloudTrail record', {
    where: path,
    remedy: 'Give the folder that "aws s3 sync s3://BUCKET/AWSLogs/ DIR" filled.',
  });
}
