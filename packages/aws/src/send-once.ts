import { setTimeout as wait } from 'node:timers/promises';
import { errorKind } from './error-codes.ts';

const MAX_ATTEMPTS = 5;
const FIRST_PAUSE_MS = 500;

type Next = (args: unknown) => Promise<unknown>;

/** The part of a command that takes middleware, the same for every command. */
interface WithStack {
  readonly middlewareStack: {
    add(middleware: (next: Next) => Next, options: typeof INSTEAD_OF_RETRIES): void;
  };
}

/** The place of the SDK's own retries; what a command puts there replaces them for this command. */
const INSTEAD_OF_RETRIES = {
  name: 'retryMiddleware',
  step: 'finalizeRequest',
  priority: 'high',
  override: true,
} as const;

/**
 * Makes a changing command go out once, whatever the client's settings are: after a timeout or a 5xx the SDK would
 * send it again, although it may have taken effect. It is repeated only when AWS says that it was too much at once
 * and so was not taken.
 */
export function sendOnce(command: { readonly middlewareStack: object }, signal?: AbortSignal): void {
  const { middlewareStack } = command as WithStack;
  middlewareStack.add(
    (next) => async (args) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await next(args);
        } catch (error) {
          if (attempt >= MAX_ATTEMPTS || !wasThrottled(error)) throw error;
          const pause = FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
          // Whoever leaves during the pause leaves a call that was not taken.
          await wait(pause, undefined, signal === undefined ? {} : { signal }).catch(() => {
            throw error;
          });
        }
      }
    },
    INSTEAD_OF_RETRIES,
  );
}

function wasThrottled(error: unknown): boolean {
  const { name, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  return errorKind(name) === 'throttled' || $metadata?.httpStatusCode === 429;
}
