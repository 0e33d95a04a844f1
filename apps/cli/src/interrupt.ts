/** The reason of a signal that the responder aborted with Ctrl+C. */
export class Interrupted extends Error {}

/** The reason of a signal that is aborted because nobody can read the output any more, as after `| head`. */
export class OutputGone extends Error {}

export interface Leaving {
  readonly signal: AbortSignal;
  /** Stops listening, and leaves Ctrl+C to the system again. */
  release(): void;
}

/**
 * Ctrl+C and the end of whoever reads our output, as an abort signal: for front ends that leave the terminal's own
 * handling in place. A second Ctrl+C ends the process at once.
 */
export function onLeaving(): Leaving {
  const controller = new AbortController();
  const interrupt = () => controller.abort(new Interrupted());
  const outputGone = () => controller.abort(new OutputGone());
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  process.stdout.once('error', outputGone);
  return {
    signal: controller.signal,
    release() {
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
      process.stdout.off('error', outputGone);
    },
  };
}

/** Waits for something that has no signal of its own only until the signal is aborted. */
export async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const stop = Promise.withResolvers<never>();
  const abort = () => stop.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, stop.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
