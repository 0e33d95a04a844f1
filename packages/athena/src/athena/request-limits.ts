/** How long a call to AWS may take, as the SDK's request handler takes it. Without the last, it only warns. */
export function requestLimits(milliseconds: number) {
  return { connectionTimeout: milliseconds, requestTimeout: milliseconds, throwOnRequestTimeout: true };
}
