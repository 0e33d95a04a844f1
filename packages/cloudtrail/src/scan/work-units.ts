import type { LogFile } from '../read/log-files.ts';

/** Files that one thread searches in one go; they follow each other in the list. */
export interface WorkUnit {
  readonly index: number;
  readonly firstFile: number;
  readonly files: readonly LogFile[];
}

const MOST_BYTES = 1024 * 1024;
const MOST_FILES = 128;
/** So many units a thread at least, so that the threads end at about the same time. */
const UNITS_PER_THREAD = 8;

/** Cuts the list into units of about one size in bytes; a file is never cut. */
export function workUnits(files: readonly LogFile[], threads: number): WorkUnit[] {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const most = Math.min(MOST_BYTES, total / (threads * UNITS_PER_THREAD));
  const units: WorkUnit[] = [];
  let firstFile = 0;
  let bytes = 0;
  for (const [index, file] of files.entries()) {
    bytes += file.bytes;
    const count = index + 1 - firstFile;
    if (bytes < most && count < MOST_FILES && index + 1 < files.length) continue;
    units.push({ index: units.length, firstFile, files: files.slice(firstFile, index + 1) });
    firstFile = index + 1;
    bytes = 0;
  }
  return units;
}
