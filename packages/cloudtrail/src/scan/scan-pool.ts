import { Worker } from 'node:worker_threads';
import { ScanFailed } from '../errors.ts';
import type { LogFile } from '../read/log-files.ts';
import type { FilePart } from './file-part.ts';
import type { FromThread, ToThread } from './scan-message.ts';
import type { ScanTask } from './scan-task.ts';
import { type WorkUnit, workUnits } from './work-units.ts';

/** A thread has this many units at a time, so that it need not wait for the next one. */
const UNITS_OF_THREAD = 2;
/** No unit is begun that lies further ahead of the one that is being handed on, for each thread. */
const UNITS_AHEAD = 6;

/** The thread's script lies beside this one, in the sources and in what is built from them. */
const SCRIPT = new URL(`./scan-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/** Searches files with several threads. The parts come in the order of the files. */
export class ScanPool {
  readonly #units: readonly WorkUnit[];
  readonly #threads: Worker[] = [];
  readonly #inbox = new Map<number, { readonly message: FromThread; readonly from: Worker }[]>();
  readonly #load = new Map<Worker, number>();
  #nextUnit = 0;
  #current = 0;
  #failure: unknown;
  #wake = (): void => {};

  constructor(files: readonly LogFile[], task: ScanTask, threads: number) {
    this.#units = workUnits(files, threads);
    for (let index = 0; index < Math.min(threads, this.#units.length); index += 1)
      this.#threads.push(this.#start(task));
  }

  /**
   * @throws {ScanFailed} when a thread ends before its work.
   * @throws the signal's reason once that is aborted; the threads are stopped then.
   */
  async *parts(signal?: AbortSignal): AsyncGenerator<FilePart> {
    const onAbort = (): void => this.#fail(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      signal?.throwIfAborted();
      this.#deal();
      while (this.#current < this.#units.length) {
        if (this.#failure !== undefined) throw this.#failure;
        const taken = this.#inbox.get(this.#current)?.shift();
        if (taken === undefined) {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
          continue;
        }
        send(taken.from, { taken: true });
        yield* taken.message.parts;
        if (!taken.message.isLast) continue;
        this.#inbox.delete(this.#current);
        this.#current += 1;
        this.#deal();
      }
    } finally {
      signal?.removeEventListener('abort', onAbort);
      await Promise.all(this.#threads.map((thread) => thread.terminate()));
    }
  }

  #start(task: ScanTask): Worker {
    const thread = new Worker(SCRIPT, { workerData: task });
    this.#load.set(thread, 0);
    thread.on('message', (message: FromThread) => this.#take(message, thread));
    thread.on('error', (cause) => this.#fail(threadEnded(cause)));
    thread.on('exit', () => this.#fail(threadEnded(undefined)));
    return thread;
  }

  #take(message: FromThread, from: Worker): void {
    const messages = this.#inbox.get(message.unit) ?? [];
    this.#inbox.set(message.unit, messages);
    messages.push({ message, from });
    if (message.isLast) {
      this.#load.set(from, (this.#load.get(from) ?? 1) - 1);
      this.#deal();
    }
    this.#wake();
  }

  /** Gives each thread what it may have. */
  #deal(): void {
    const end = this.#current + UNITS_AHEAD * this.#threads.length;
    for (let round = 0; round < UNITS_OF_THREAD; round += 1) {
      for (const thread of this.#threads) {
        const unit = this.#units[this.#nextUnit];
        const load = this.#load.get(thread) ?? 0;
        if (unit === undefined || this.#nextUnit >= end) return;
        if (load > round) continue;
        this.#load.set(thread, load + 1);
        this.#nextUnit += 1;
        send(thread, { unit });
      }
    }
  }

  #fail(reason: unknown): void {
    this.#failure ??= reason;
    this.#wake();
  }
}

function send(thread: Worker, message: ToThread): void {
  thread.postMessage(message);
}

function threadEnded(cause: unknown): ScanFailed {
  const why = cause instanceof Error ? cause.message : 'it ended before its work';
  return new ScanFailed(`Cannot search logs: a thread of the search failed: ${why}`, {
    remedy: 'Run the command again with fewer files, such as those of one account or one day.',
    ...(cause === undefined ? {} : { cause }),
  });
}
