import { setTimeout as delay } from 'node:timers/promises';

/** What a pace reads the time from, and waits with. */
export interface PaceClock {
  /** In milliseconds. */
  now(): number;
  /** Rejects with the signal's reason once that is aborted. */
  wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
  /** From 0 to below 1, to spread repetitions. */
  random(): number;
}

export const MACHINE_CLOCK: PaceClock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) =>
    delay(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => {
      signal?.throwIfAborted();
    }),
  random: () => Math.random(),
};

/** LookupEvents takes two requests a second. Source: CloudTrail API Reference, "LookupEvents". */
const BETWEEN_REQUESTS_MS = 500;
const FIRST_PAUSE_MS = 1_000;
/** Throttling passes; whoever shares the account's two requests a second may take half a minute of them. */
const ATTEMPTS_THROTTLED = 6;
const ATTEMPTS_UNANSWERED = 3;

/** Keeps the requests to one region of one account apart, and repeats those that were too much at once. */
export class LookupPace {
  readonly #clock: PaceClock;
  #next = Number.NEGATIVE_INFINITY;

  constructor(clock: PaceClock) {
    this.#clock = clock;
  }

  /** Sends a request that only reads, when its turn has come. Throws what the last attempt threw. */
  async send<Answer>(request: () => Promise<Answer>, signal: AbortSignal | undefined): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      await this.#turn(signal);
      try {
        return await request();
      } catch (error) {
        signal?.throwIfAborted();
        if (attempt >= attemptsFor(error)) throw error;
        const spread = 0.5 + this.#clock.random() / 2;
        await this.#clock.wait(FIRST_PAUSE_MS * 2 ** (attempt - 1) * spread, signal);
      }
    }
  }

  async #turn(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    const now = this.#clock.now();
    const turn = Math.max(now, this.#next);
    this.#next = turn + BETWEEN_REQUESTS_MS;
    if (turn > now) await this.#clock.wait(turn - now, signal);
    signal?.throwIfAborted();
  }
}

/** How often a request is sent that ends so. CloudTrail says that it was too much at once with HTTP status 400. */
function attemptsFor(error: unknown): number {
  const { name = '', $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  if (/^(CallThrottled|Throttl\w*|TooManyRequests\w*|RequestLimitExceeded)$/.test(name))
    return ATTEMPTS_THROTTLED;
  const status = $metadata?.httpStatusCode;
  if (status === 429) return ATTEMPTS_THROTTLED;
  return name === 'OutcomeUnknown' || (status !== undefined && status >= 500) ? ATTEMPTS_UNANSWERED : 1;
}
