import { Problem } from '@firebreak/problem';
import { unlessAborted } from '../interrupt.ts';

export type CheckState = 'ok' | 'warning' | 'missing' | 'skipped';

/** What was found out about one thing that an incident will need. */
export interface Outcome {
  readonly state: CheckState;
  /** What is there, in words. */
  readonly says: string;
  /** What to do about it; null when there is nothing to do. */
  readonly remedy: string | null;
  /** A command that does it, or a part of it. */
  readonly command?: string;
}

export interface Check extends Outcome {
  /** What was looked at, such as `account shop`. */
  readonly name: string;
}

/** Something to look at. */
export interface PlannedCheck {
  readonly name: string;
  /** Looks. A problem that it throws is what is missing. */
  run(signal: AbortSignal): Promise<Outcome>;
}

export function ok(says: string): Outcome {
  return { state: 'ok', says, remedy: null };
}

export function warning(says: string, remedy: string, command?: string): Outcome {
  return { state: 'warning', says, remedy, ...(command === undefined ? {} : { command }) };
}

export function missing(says: string, remedy: string, command?: string): Outcome {
  return { state: 'missing', says, remedy, ...(command === undefined ? {} : { command }) };
}

export function skipped(says: string, remedy: string | null = null): Outcome {
  return { state: 'skipped', says, remedy };
}

/** What a problem says, as what is missing. */
export function missingFor({ message, where, remedy }: Problem): Outcome {
  const places = where === undefined ? '' : `: ${where.replaceAll('\n', '; ')}`;
  return missing(`${message}${places}`, remedy);
}

/** Longer than AWS takes, shorter than patience. */
const LONGEST_MS = 30_000;
const AT_ONCE = 8;

/**
 * Makes all checks, several at once; they come back in their order.
 *
 * @throws the reason of the signal when it is aborted.
 */
export async function runChecks(
  planned: readonly PlannedCheck[],
  signal: AbortSignal,
  onDone: (done: number, total: number) => void = () => {},
): Promise<Check[]> {
  const checks: Check[] = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let at = next++; at < planned.length; at = next++) {
      const check = planned[at];
      if (check === undefined) return;
      checks[at] = { name: check.name, ...(await looked(check, signal)) };
      done += 1;
      onDone(done, planned.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return checks;
}

async function looked(check: PlannedCheck, signal: AbortSignal): Promise<Outcome> {
  signal.throwIfAborted();
  const timeout = AbortSignal.timeout(LONGEST_MS);
  const either = AbortSignal.any([signal, timeout]);
  try {
    return await unlessAborted(either, check.run(either));
  } catch (error) {
    signal.throwIfAborted();
    if (timeout.aborted)
      return missing(`no answer within ${LONGEST_MS / 1_000} seconds`, 'Check the network, then look again.');
    if (error instanceof Problem) return missingFor(error);
    throw error;
  }
}
