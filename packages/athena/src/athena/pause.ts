import { setTimeout } from 'node:timers/promises';

/** Waits, and no longer than until the signal is aborted. Never throws. */
export type Pause = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

export const pause: Pause = async (milliseconds, signal) => {
  await setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
};

/** What waiting depends on, so that tests need not wait. */
export interface Pacing {
  readonly pause: Pause;
  /** A number from 0 up to 1. */
  readonly random: () => number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

const FIRST_POLL_MS = 100;
const LONGEST_POLL_MS = 2_000;

/** Milliseconds before the next look at a query's state: 100 growing to 2,000, each shortened by up to a third. */
export function pollDelay(polls: number, random: () => number): number {
  const whole = Math.min(LONGEST_POLL_MS, FIRST_POLL_MS * 1.5 ** Math.min(polls, 30));
  return Math.round(whole * (1 - random() / 3));
}

const FIRST_RETRY_MS = 200;
const LONGEST_RETRY_MS = 5_000;

/** Milliseconds before a call is repeated, with full jitter: anything from 0 to a bound that doubles. */
export function retryDelay(failures: number, random: () => number): number {
  return Math.round(random() * Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures, 30)));
}
