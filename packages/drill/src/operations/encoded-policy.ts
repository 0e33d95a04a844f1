/**
 * A policy document as IAM returns it: URL-encoded by RFC 3986, stricter than encodeURIComponent().
 * Source: IAM API Reference, GetUserPolicy.
 */
export function encodedPolicy(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
