import { type ApiCall, operationName } from './api-call.ts';
import { errorKind } from './error-codes.ts';
import {
  type AwsProblem,
  CallRefused,
  CallThrottled,
  CredentialsMissing,
  NotFound,
  OutcomeUnknown,
} from './errors.ts';
import { OPERATIONS } from './operations.ts';

/**
 * Chooses the class that says what is known of a call's outcome, from the error that the SDK threw. An answer with
 * a 4xx status took no effect; no answer at all, or a 5xx, leaves the outcome open.
 */
export function problemOf(call: ApiCall, error: unknown): AwsProblem {
  const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  const what = `${operationName(call)} in account ${call.account}`;
  const status = $metadata?.httpStatusCode;
  const kind = errorKind(name);
  if (kind === 'gone') {
    return new NotFound(`Cannot call ${what}: ${message}`, {
      remedy: 'Check the name; it may already be gone.',
      cause: error,
    });
  }
  if (kind === 'credentials') {
    return new CredentialsMissing(`Cannot call ${what}: ${message}`, {
      remedy: 'Sign in (for example "aws sso login --profile NAME"), or go on with --by-hand.',
      cause: error,
    });
  }
  if (kind === 'throttled' || status === 429) {
    return new CallThrottled(`Cannot call ${what}: AWS asks to slow down (${name})`, {
      remedy: 'Wait half a minute and try again.',
      cause: error,
    });
  }
  if (status !== undefined && status >= 400 && status < 500) {
    return new CallRefused(`Cannot call ${what}: ${name}: ${message}`, {
      remedy: `Use credentials that allow ${operationName(call)}, or have it run by someone who may.`,
      cause: error,
    });
  }
  if (OPERATIONS[operationName(call)]?.access === 'read') {
    return new OutcomeUnknown(`Cannot call ${what}: no answer came: ${name}: ${message}`, {
      remedy: 'Check the network and try again; it only reads.',
      cause: error,
    });
  }
  return new OutcomeUnknown(`Cannot tell whether ${what} took effect: ${name}: ${message}`, {
    remedy: 'Try again: firebreak reads the state back before it repeats anything.',
    cause: error,
  });
}
