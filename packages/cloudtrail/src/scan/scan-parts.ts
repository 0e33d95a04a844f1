import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { type BrokenLog, logUnreadable } from '../read/broken-log.ts';
import type { LogFile } from '../read/log-files.ts';
import type { TrailProgress } from '../read/read-trail.ts';
import type { FilePart } from './file-part.ts';
import { ScanPool } from './scan-pool.ts';
import { fileSearch, type ScanTask } from './scan-task.ts';
import { searchFile } from './search-file.ts';

export interface ScanOptions {
  /** How many threads search; one for each processor if absent. With 0, and for few bytes, this thread does. */
  readonly threads?: number;
  /** How many bytes, as the files lie on disk, are not few; 8 MiB if absent. */
  readonly threadsFrom?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: TrailProgress) => void;
  /** Called with each file that broke, once what is whole in it was searched. */
  readonly onBroken?: (broken: BrokenLog) => void;
}

/** To start threads for less costs more than it saves. */
const THREADS_FROM = 8 * 1024 * 1024;

/**
 * What is found in each file, in the order of the files; a file comes in one part or several.
 *
 * @throws {LogUnreadable} at the end, when files broke and there is no `onBroken`.
 * @throws {ScanFailed} when a thread ends before its work.
 */
export async function* scanParts(
  files: readonly LogFile[],
  task: ScanTask,
  { threads, threadsFrom = THREADS_FROM, signal, onProgress, onBroken }: ScanOptions = {},
): AsyncGenerator<FilePart> {
  const broken: BrokenLog[] = [];
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const count = bytes < threadsFrom ? 0 : (threads ?? availableParallelism());
  const parts = count === 0 ? partsHere(files, task, signal) : new ScanPool(files, task, count).parts(signal);
  let filesDone = 0;
  for await (const part of parts) {
    for (const one of part.broken) {
      broken.push(one);
      onBroken?.(one);
    }
    yield part;
    if (part.file < filesDone) continue;
    filesDone = part.file + 1;
    onProgress?.({ file: files[part.file]?.path ?? '', filesDone, filesTotal: files.length });
  }
  if (broken.length > 0 && onBroken === undefined) throw logUnreadable(broken);
}

async function* partsHere(
  files: readonly LogFile[],
  task: ScanTask,
  signal: AbortSignal | undefined,
): AsyncGenerator<FilePart> {
  const search = fileSearch(task);
  for (const [index, file] of files.entries()) {
    signal?.throwIfAborted();
    yield* searchFile(file, index, search);
    await setImmediate();
  }
}
