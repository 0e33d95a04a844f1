import { once } from 'node:events';
import { open, rename, rm } from 'node:fs/promises';
import { OutputFailed } from '../errors.ts';
import type { Sink } from './row-writer.ts';

const BATCH_CHARACTERS = 1 << 16;

/** Where an answer goes: standard output, or a file that is there only once it is whole. */
export interface Output {
  readonly sink: Sink;
  /** The answer is whole. */
  keep(): Promise<void>;
  /** Nothing is left of it. */
  drop(): Promise<void>;
}

/** @param signal Aborted when nobody reads any more, since nothing is drained then. */
export function standardOutput(signal: AbortSignal): Output {
  return {
    async sink(text) {
      signal.throwIfAborted();
      if (process.stdout.write(text)) return;
      await once(process.stdout, 'drain', { signal }).catch((cause: unknown) => {
        // Who stopped reading, or pressed Ctrl+C, is the reason of the signal; "once" only says that it was aborted.
        signal.throwIfAborted();
        throw cause;
      });
    },
    keep: async () => {},
    drop: async () => {},
  };
}

/**
 * Writes beside the file and renames at the end, so that a file that is there before stays as it is until then.
 * @throws {OutputFailed} when the file cannot be written.
 */
export async function outputFile(path: string): Promise<Output> {
  const draft = draftOf(path);
  const file = await open(draft, 'wx', 0o600).catch(failed(path));
  let waiting = '';
  const flush = async () => {
    const text = waiting;
    waiting = '';
    await file.appendFile(text).catch(failed(path));
  };
  return {
    async sink(text) {
      waiting += text;
      if (waiting.length > BATCH_CHARACTERS) await flush();
    },
    async keep() {
      await flush();
      await file.sync().catch(failed(path));
      await file.close();
      await rename(draft, path).catch(failed(path));
    },
    async drop() {
      await file.close().catch(() => {});
      await rm(draft, { force: true });
    },
  };
}

/** The name under which a file is written until it is whole. */
export function draftOf(path: string): string {
  return `${path}.${process.pid}.part`;
}

/** Turns an error of the file system into one that says what to do. */
export function failed(path: string): (cause: unknown) => never {
  return (cause) => {
    throw new OutputFailed('Cannot write the answer: the file system refused', {
      where: path,
      remedy: 'Choose a folder that you may write to and that has room.',
      cause,
    });
  };
}
