import { inject, vi } from 'vitest';

/** The account that moto answers for when nobody signed in. */
export const MOTO_ACCOUNT = '123456789012';

/** Where moto listens, or null when the tests that need it are to be skipped. */
export function motoUrl(): string | null {
  return inject('motoUrl');
}

/** Empties moto, and signs in to it. */
export async function freshMoto(region = 'eu-central-1'): Promise<void> {
  await ask('/moto-api/reset');
  signInToMoto(region);
}

/**
 * Points every SDK client that is made from now on at moto, with made-up credentials. The test's end takes the
 * settings back.
 */
export function signInToMoto(region = 'eu-central-1'): void {
  vi.stubEnv('AWS_ENDPOINT_URL', motoUrl() ?? '');
  vi.stubEnv('AWS_REGION', region);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-secret');
  vi.stubEnv('AWS_SESSION_TOKEN', '');
}

/** Tells moto something about itself, such as `/moto-api/state-manager/set-transition`. */
export async function ask(path: string, body: object = {}): Promise<void> {
  const answer = await fetch(`${motoUrl()}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`moto refused ${path}: ${answer.status}`);
}

/** One call of a service that speaks JSON 1.1, for what firebreak itself never calls. */
export async function jsonCall(service: string, target: string, body: object): Promise<unknown> {
  const answer = await fetch(`${motoUrl()}/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': target,
      // moto reads the region and the service out of it, and checks no signature.
      authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/${process.env['AWS_REGION']}/${service}/aws4_request, SignedHeaders=host, Signature=none`,
    },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`moto refused ${target}: ${answer.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
