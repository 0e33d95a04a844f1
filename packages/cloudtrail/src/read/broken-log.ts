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

/** One error for all files of a folder that broke. */
export function logUnreadable(broken: readonly BrokenLog[]): LogUnreadable {
  const [first, ...others] = broken;
  const more = others.length === 0 ? '' : `, and ${others.length} more file${others.length === 1 ? '' : 's'}`;
  return new LogUnreadable(`Cannot read log file to its end: ${first?.why}${more}`, {
    where: `${first?.path}: byte ${first?.byte}`,
    remedy: 'Fetch the file from the bucket again, or move it out of the folder to go on without it.',
  });
}
