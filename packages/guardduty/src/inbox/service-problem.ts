import {
  AccessRefused,
  type InboxProblem,
  NoAnswer,
  RequestRefused,
  SignInNeeded,
  SlowDown,
} from './errors.ts';

const CREDENTIALS =
  /^(CredentialsProviderError|TokenProviderError|ExpiredToken.*|InvalidClientTokenId|UnrecognizedClientException|InvalidSignatureException|SignatureDoesNotMatch)$/;
const THROTTLED = /^(Throttling.*|TooManyRequests.*|RequestLimitExceeded|SlowDown|RequestThrottled.*)$/;

/**
 * Chooses the class that says what is known of a call, from the error that the SDK threw.
 * Source: GuardDuty API Reference, "Common Errors". A region that the account has not enabled answers
 * UnrecognizedClientException to sound credentials (boto3 issue 2065).
 *
 * @param operation such as `ListFindings`, which is also the name of the permission.
 */
export function serviceProblem(operation: string, region: string, error: unknown): InboxProblem {
  const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  const what = `guardduty:${operation} in ${region}`;
  const status = $metadata?.httpStatusCode ?? 0;
  if (CREDENTIALS.test(name)) {
    return new SignInNeeded(`Cannot call ${what}: ${message}`, {
      remedy: `Sign in again. If other regions answer, ${region} is not enabled for the account: leave it out.`,
      cause: error,
    });
  }
  if (THROTTLED.test(name) || status === 429) {
    return new SlowDown(`Cannot call ${what}: AWS asks to slow down (${name})`, {
      remedy: 'Wait half a minute and try again, or ask for fewer regions at once.',
      cause: error,
    });
  }
  if (status === 401 || status === 403) {
    return new AccessRefused(`Cannot call ${what}: ${name}: ${message}`, {
      remedy: `Use credentials that allow guardduty:${operation}. A service control policy may deny the region.`,
      cause: error,
    });
  }
  if (status >= 400 && status < 500) {
    return new RequestRefused(`Cannot call ${what}: ${name}: ${message}`, {
      remedy:
        'Check detector, finding ids and filter. Only the administrator account may archive its findings.',
      cause: error,
    });
  }
  return new NoAnswer(`Cannot tell what came of ${what}: ${name}: ${message}`, {
    remedy: 'Check the name of the region and the network, then try again.',
    cause: error,
  });
}
