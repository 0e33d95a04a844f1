/**
 * A policy document as an object, from either form: IAM answers with URL-encoded JSON, which the AWS CLI has already
 * decoded. Undefined when it is neither.
 */
export function decodedPolicy(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'string') return asObject(value);
  try {
    return asObject(JSON.parse(value.trimStart().startsWith('{') ? value : decodeURIComponent(value)));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}
