import { setTimeout as wait } from 'node:timers/promises';

/** How often something may be done. */
export interface Pace {
  /** On the long run. */
  readonly aSecond: number;
  /** At once, after a pause. */
  readonly burst: number;
}

/** A clock that can be waited on. */
export interface PacingClock {
  /** Milliseconds from some beginning. */
  now(): number;
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
}

export const MACHINE_CLOCK: PacingClock = {
  now: () => performance.now(),
  sleep: (ms, signal) => wait(ms, undefined, signal === undefined ? {} : { signal }),
};

/** Lets callers through at a pace, in the order in which they came. */
export class TokenBucket {
  readonly #pace: Pace;
  readonly #clock: PacingClock;
  #tokens: number;
  #filledAt: number;

  constructor(pace: Pace, clock: PacingClock = MACHINE_CLOCK) {
    this.#pace = pace;
    this.#clock = clock;
    this.#tokens = pace.burst;
    this.#filledAt = clock.now();
  }

  /** Waits for a token. A wait that is aborted gives its token back. */
  async take(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const { aSecond, burst } = this.#pace;
    const now = this.#clock.now();
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#filledAt) / 1_000) * aSecond);
    this.#filledAt = now;
    // Below nothing stands how many wait: each has its own moment, so nobody overtakes.
    this.#tokens -= 1;
    if (this.#tokens >= 0) return;
    try {
      await this.#clock.sleep((-this.#tokens / aSecond) * 1_000, signal);
    } catch (error) {
      this.#tokens += 1;
      signal?.throwIfAborted();
      throw error;
    }
  }
}
