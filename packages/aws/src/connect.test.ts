import { beforeEach, expect, test, vi } from 'vitest';
import type { ApiCall } from './api-call.ts';
import { clockSkew } from './clock-skew.ts';
import { connect } from './connect.ts';
import { callerIdentity, sdkApi } from './sdk-api.ts';
import { awsServer, failure, type Reply } from './testing/aws-server.ts';

const caller = { account: '111111111111', arn: 'arn:aws:iam::111111111111:role/IncidentResponder' };
const write: ApiCall = {
  service: 'iam',
  operation: 'PutUserPolicy',
  input: { UserName: 'build-bot', PolicyName: 'deny', PolicyDocument: '{}' },
  account: '111111111111',
};
const read: ApiCall = {
  service: 'iam',
  operation: 'ListUserPolicies',
  input: { UserName: 'build-bot' },
  account: '111111111111',
};
const TAKEN: Reply = {
  status: 200,
  body: '<PutUserPolicyResponse><ResponseMetadata/></PutUserPolicyResponse>',
};
const NO_POLICIES: Reply = {
  status: 200,
  body: '<ListUserPoliciesResponse><ListUserPoliciesResult><PolicyNames/><IsTruncated>false</IsTruncated></ListUserPoliciesResult></ListUserPoliciesResponse>',
};
const NO_ANSWER: Reply = { status: 0, body: '' };

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIARTXV5AHDQEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'fake');
  vi.stubEnv('AWS_SESSION_TOKEN', undefined);
  vi.stubEnv('AWS_PROFILE', undefined);
  vi.stubEnv('AWS_REGION', undefined);
  vi.stubEnv('AWS_DEFAULT_REGION', undefined);
});

/** Sends one call through the clients that connect() makes; returns how it ended and how often it was sent. */
async function sent(call: ApiCall, ...replies: readonly Reply[]): Promise<[outcome: string, times: number]> {
  await using server = await awsServer(...replies);
  vi.stubEnv('AWS_ENDPOINT_URL', server.url);
  const outcome = await sdkApi(await connect({}), caller)
    .call(call)
    .then(
      () => 'answered',
      (error: Error) => error.name,
    );
  return [outcome, server.requests.length];
}

test.each([
  ['a server fault', failure(500, 'ServiceFailure')],
  ['an overloaded server', failure(503, 'ServiceUnavailable')],
  ['no answer', NO_ANSWER],
])('a write is sent once when it meets %s', async (_, reply) => {
  expect(await sent(write, reply, TAKEN)).toEqual(['OutcomeUnknown', 1]);
});

test('a write is sent again when AWS says that it was too much at once', async () => {
  expect(await sent(write, failure(400, 'Throttling'), TAKEN)).toEqual(['answered', 2]);
  expect(await sent(write, failure(400, 'Throttling'), failure(500, 'ServiceFailure'), TAKEN)).toEqual([
    'OutcomeUnknown',
    2,
  ]);
});

test('a write that is refused is not sent again', async () => {
  expect(await sent(write, failure(409, 'LimitExceeded'), TAKEN)).toEqual(['CallRefused', 1]);
});

test.each([
  ['a server fault', failure(500, 'ServiceFailure')],
  ['no answer', NO_ANSWER],
])('a read is sent again when it meets %s', async (_, reply) => {
  expect(await sent(read, reply, NO_POLICIES)).toEqual(['answered', 2]);
});

test('the region is the one that was asked for, else of the environment, else the fallback', async () => {
  const regionOf = async (options: Parameters<typeof connect>[0]) =>
    (await connect(options)).sts.config.region();
  expect(await regionOf({})).toBe('us-east-1');
  expect(await regionOf({ fallbackRegion: 'eu-west-1' })).toBe('eu-west-1');
  vi.stubEnv('AWS_REGION', 'eu-north-1');
  expect(await regionOf({ fallbackRegion: 'eu-west-1' })).toBe('eu-north-1');
  expect(await regionOf({ region: 'ca-west-1', fallbackRegion: 'eu-west-1' })).toBe('ca-west-1');
});

test.each([10, -10])('clockSkew() is how far the clock of AWS is ahead: %i minutes', async (minutes) => {
  const date = new Date(Date.now() + minutes * 60_000).toUTCString();
  const body =
    '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111111111111</Account></GetCallerIdentityResult></GetCallerIdentityResponse>';
  await using server = await awsServer({ status: 200, body, headers: { date } });
  vi.stubEnv('AWS_ENDPOINT_URL', server.url);
  const clients = await connect({});
  expect(clockSkew(clients)).toBe(0);
  await callerIdentity(clients);
  expect(Math.abs(clockSkew(clients) - minutes * 60_000)).toBeLessThan(5_000);
});
