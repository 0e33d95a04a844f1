/** What an error of AWS says of the call: the thing is gone, slow down, sign in, refused, or nothing certain. */
export type ErrorKind = 'gone' | 'throttled' | 'credentials' | 'refused' | 'open';

/** Codes as the SDK names them (`NoSuchEntityException`) and as the AWS CLI prints them (`NoSuchEntity`). */
const KINDS: readonly (readonly [RegExp, ErrorKind])[] = [
  [/^(NoSuchEntity(Exception)?|NoSuchBucket|NoSuchKey|NotFound)$/, 'gone'],
  [
    /^(Throttling(Exception)?|ThrottledException|TooManyRequests.*|RequestLimitExceeded|SlowDown|RequestThrottled.*)$/,
    'throttled',
  ],
  [
    /^(CredentialsProviderError|TokenProviderError|ExpiredToken.*|InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|AuthFailure|SignatureDoesNotMatch)$/,
    'credentials',
  ],
  // Only codes that AWS answers with a 4xx status. Source: IAM API Reference, "Common errors" and "Errors" of each call.
  [
    /^(AccessDenied|NotAuthorized|UnauthorizedOperation|OptInRequired|RequestExpired|IncompleteSignature|Malformed\w*|Invalid\w*|Missing\w*|Validation(Error)?|LimitExceeded|EntityAlreadyExists|EntityTemporarilyUnmodifiable|UnmodifiableEntity|DeleteConflict|ConcurrentModification)(Exception)?$/,
    'refused',
  ],
];

/**
 * The kind of an error code. Whatever is not known to be answered before anything happened is `open`: server faults,
 * timeouts, and codes that nobody here has heard of.
 */
export function errorKind(code: string): ErrorKind {
  return KINDS.find(([codes]) => codes.test(code))?.[1] ?? 'open';
}
