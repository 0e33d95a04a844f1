import { LogUnreadable } from '../errors.ts';

/** A file that could not be read to its end. */
export interface BrokenLog {
  readonly path: string;
  /** Where it broke, as a byte of the file on disk, counted from 0; in a gzip file a byte of the compressed stream. */
  readonly byte: number;
  /** Where its text broke, as a byte of the inflated text, when it is the text that is no JSON. */
  readonly textByte?: number;
  /** Whole records that were read from it all the same. */
  readonly records: number;
  /** What is wrong, such as "the gzip stream is cut off". */
  readonly why: string;
}

/** A folder whose files are not known, as a log that broke at its first byte. */
export function unlistedFolder(path: string, { code }: NodeJS.ErrnoException): BrokenLog {
  return { path, byte: 0, records: 0, why: `the folder cannot be listed: ${code}` };
}

/** One error for all files of a folder that broke. */
export function logUnreadable(broken: readonly BrokenLog[]): LogUnreadable {
  const [first, ...others] = broken;
  const isDenied = broken.some(({ why }) => /\b(EACCES|EPERM)$/.test(why));
  const more = others.length === 0 ? '' : `, and ${others.length} more file${others.length === 1 ? '' : 's'}`;
  return new LogUnreadable(`Cannot read log file to its end: ${first?.why}${more}`, {
    where: `${first?.path}: byte ${first?.byte}`,
    remedy: isDenied
      ? 'Make sure that you may read all files and folders there, then run the command again.'
      : 'Fetch the file from the bucket again, or move it out of the folder to go on without it.',
  });
}
