import { AccessRefused, CredentialsRejected, QueryFailed, WorkgroupUnusable } from '../errors.ts';
import { reasonText } from './reason-text.ts';

/**
 * What an error of the SDK means: `throttled` asks to slow down; `unanswered` leaves open whether the call took
 * effect; the others say that it did not.
 */
export type FaultKind = 'throttled' | 'unanswered' | 'credentials' | 'denied' | 'refused';

const THROTTLED = new Set([
  'ThrottlingException',
  'Throttling',
  'ThrottledException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
]);

const CREDENTIALS = new Set([
  'ExpiredTokenException',
  'ExpiredToken',
  'TokenRefreshRequired',
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'IncompleteSignature',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'CredentialsProviderError',
  'TokenProviderError',
]);

const DENIED = new Set(['AccessDeniedException', 'AccessDenied', 'NotAuthorized', 'OptInRequired']);

/** What the SDK says, before it sends anything, when no region is configured. */
const NO_REGION = 'Region is missing';

export function faultKind(error: unknown): FaultKind {
  const { name, message, $metadata } = error as Partial<Error> & { $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode;
  if (message === NO_REGION) return 'refused';
  if (THROTTLED.has(name ?? '') || status === 429) return 'throttled';
  if (CREDENTIALS.has(name ?? '')) return 'credentials';
  if (DENIED.has(name ?? '') || status === 403) return 'denied';
  return status !== undefined && status >= 400 && status < 500 ? 'refused' : 'unanswered';
}

/** The SDK has set its clock by the answer that refused the signature, so the same call will be signed right. */
export function isClockCorrected(error: unknown): boolean {
  const { $metadata } = error as { $metadata?: { clockSkewCorrected?: boolean } };
  return $metadata?.clockSkewCorrected === true;
}

const WORKGROUP = /WorkGroup .*(?:is not found|not found|does not exist|is disabled)/i;
const LOCATION =
  /output location|output bucket|query result(?:s)? (?:location|bucket)|save your query results/i;

/** The error to throw for a call that failed for good. */
export function callFault(operation: string, error: unknown): QueryFailed {
  const { name = 'Error', message } = error as Error;
  const said = reasonText(message);
  const what = `Cannot call athena:${operation}`;
  switch (faultKind(error)) {
    case 'credentials':
      return new CredentialsRejected(`${what}: AWS does not take the credentials: ${name}: ${said}`, {
        remedy:
          'Sign in again (for example "aws sso login --profile NAME"), and check the clock of this machine.',
        cause: error,
      });
    case 'denied':
      return new AccessRefused(`${what}: access denied: ${said}`, {
        remedy: `Use credentials that allow athena:${operation}, or have someone run it who may.`,
        cause: error,
      });
    case 'throttled':
      return new QueryFailed(`${what}: AWS still asks to slow down (${name})`, {
        remedy: 'Wait half a minute and try again.',
        cause: error,
      });
    case 'unanswered':
      return new QueryFailed(`${what}: no answer came: ${name}: ${said}`, {
        remedy: 'Check the network and the region, and try again.',
        cause: error,
      });
    case 'refused':
      return refusal(what, said, error);
  }
}

function refusal(what: string, said: string, cause: unknown): QueryFailed {
  if (said === NO_REGION) {
    return new QueryFailed(`${what}: no region is configured`, {
      remedy: 'Name the region of the workgroup, or set AWS_REGION.',
      cause,
    });
  }
  if (WORKGROUP.test(said)) {
    return new WorkgroupUnusable(`${what}: ${said}`, {
      remedy:
        'Name a workgroup of this account and region that is enabled; "aws athena list-work-groups" shows them.',
      cause,
    });
  }
  if (LOCATION.test(said)) {
    return new WorkgroupUnusable(`${what}: there is nowhere to put the results: ${said}`, {
      remedy: 'Give the workgroup an output location in a bucket that is there and that you may write to.',
      cause,
    });
  }
  return new QueryFailed(`${what}: Athena refused it: ${said}`, {
    remedy: 'Check the statement against the table in sql/tables.',
    cause,
  });
}
