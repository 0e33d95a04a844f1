import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { awsServer, failure, type Reply } from '../../../../packages/aws/src/testing/aws-server.ts';
import { reachAws } from './reach-aws.ts';

const IDENTITY: Reply = {
  status: 200,
  body: '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111111111111</Account><Arn>arn:aws:iam::111111111111:user/alice</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>',
};

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIARTXV5AHDQEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'fake');
  for (const name of ['AWS_SESSION_TOKEN', 'AWS_PROFILE', 'AWS_REGION', 'AWS_DEFAULT_REGION'])
    vi.stubEnv(name, undefined);
});

/** Reaches for a server on this machine; returns the region that the request was signed for, too. */
async function reach(reply: Reply, region?: string) {
  await using server = await awsServer(reply);
  vi.stubEnv('AWS_ENDPOINT_URL', server.url);
  const reached = await reachAws({}, '111111111111', region);
  const authorization = server.requests[0]?.headers.authorization ?? '';
  return { ...reached, signedFor: /\/([^/]+)\/sts\/aws4_request/.exec(authorization)?.[1] };
}

test('the reason why AWS is not reached is the real one', async () => {
  const refused = await reach(failure(403, 'AccessDenied', 'an explicit deny in a policy'));
  expect(refused.mode).toBe('by-hand');
  expect(refused.because).toContain('an explicit deny in a policy');
  expect(refused.because).not.toContain('No AWS credentials');
  const expired = await reach(failure(403, 'ExpiredToken', 'the token is expired'));
  expect(expired.because).toMatch(/^No AWS credentials in this terminal \(.*the token is expired\)/);
});

test('without credentials it says so', async () => {
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_CONFIG_FILE', join(tmpdir(), 'firebreak-no-such-config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(tmpdir(), 'firebreak-no-such-credentials'));
  expect((await reachAws({}, '111111111111')).because).toMatch(/^No AWS credentials in this terminal/);
});

test('the region of the finding is called when none was named, unless it is no region', async () => {
  expect(await reach(IDENTITY, 'eu-west-1')).toMatchObject({ mode: 'aws', signedFor: 'eu-west-1' });
  expect(await reach(IDENTITY, 'x.example.org/#')).toMatchObject({ signedFor: 'us-east-1' });
  vi.stubEnv('AWS_REGION', 'eu-north-1');
  expect(await reach(IDENTITY, 'eu-west-1')).toMatchObject({ signedFor: 'eu-north-1' });
});
