import { type ApiCall, operationName } from './api-call.ts';
import {
  type AwsProblem,
  CallRefused,
  CallThrottled,
  CredentialsMissing,
  NotFound,
  OutcomeUnknown,
} from './errors.ts';

const MISSING = new Set(['NoSuchEntity', 'NoSuchEntityException', 'NoSuchBucket', 'NoSuchKey', 'NotFound']);
const THROTTLED =
  /^(Throttling|ThrottlingException|TooManyRequests.*|RequestLimitExceeded|SlowDown|RequestThrottled.*)$/;
const CREDENTIALS =
  /^(CredentialsProviderError|TokenProviderError|ExpiredToken.*|InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|AuthFailure|SignatureDoesNotMatch)$/;

/**
 * Chooses the class that says what is known of a call's outcome, from the error that the SDK threw. An answer with
 * a 4xx status took no effect; no answer at all, or a 5xx, leaves the outcome open.
 */
export function problemOf(call: ApiCall, error: unknown): AwsProblem {
  const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  const what = `${operationName(call)} in account ${call.account}`;
  const status = $metadata?.httpStatusCode;
  if (MISSING.has(name)) {
    return new NotFound(`Cannot call ${what}: ${message}`, {
      remedy: 'Check the name; it may already be gone.',
      cause: error,
    });
  }
  if (CREDENTIALS.test(name)) {
    return new CredentialsMissing(`Cannot call ${what}: ${message}`, {
      remedy: 'Sign in (for example "aws sso login --profile NAME"), or go on with --by-hand.',
      cause: error,
    });
  }
  if (THROTTLED.test(name) || status === 429) {
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
  return new OutcomeUnknown(`Cannot tell whether ${what} took effect: ${name}: ${message}`, {
    remedy: 'Try again: firebreak reads the state back before it repeats anything.',
    cause: error,
  });
}
