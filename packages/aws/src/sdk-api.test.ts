import { IAMClient } from '@aws-sdk/client-iam';
import { STSClient } from '@aws-sdk/client-sts';
import { expect, test } from 'vitest';
import type { ApiCall } from './api-call.ts';
import { cloudTrailClients } from './connect.ts';
import { sdkApi } from './sdk-api.ts';
import { type AwsServer, awsServer, failure, type Reply } from './testing/aws-server.ts';

const caller = { account: '111111111111', arn: 'arn:aws:iam::111111111111:role/IncidentResponder' };
const call: ApiCall = {
  service: 'iam',
  operation: 'ListAccessKeys',
  input: { UserName: 'build-bot' },
  account: '111111111111',
};
const NO_ANSWER: Reply = { status: 0, body: '' };

function apiOver({ url }: AwsServer) {
  const settings = {
    region: 'us-east-1',
    endpoint: url,
    credentials: { accessKeyId: 'AKIARTXV5AHDQEXAMPLE', secretAccessKey: 'fake' },
    maxAttempts: 1,
  };
  const clients = {
    iam: new IAMClient(settings),
    sts: new STSClient(settings),
    cloudtrail: cloudTrailClients(settings),
  };
  return sdkApi(clients, caller);
}

function keysOf(members: string): Reply {
  const body = `<ListAccessKeysResponse><ListAccessKeysResult><AccessKeyMetadata>${members}</AccessKeyMetadata><IsTruncated>false</IsTruncated></ListAccessKeysResult></ListAccessKeysResponse>`;
  return { status: 200, body };
}

test('sdkApi() returns the plain answer', async () => {
  await using server = await awsServer(
    keysOf(
      '<member><UserName>build-bot</UserName><AccessKeyId>AKIARTXV5AHDQEXAMPLE</AccessKeyId><Status>Active</Status></member>',
    ),
  );
  expect(await apiOver(server).call(call)).toEqual({
    AccessKeyMetadata: [{ UserName: 'build-bot', AccessKeyId: 'AKIARTXV5AHDQEXAMPLE', Status: 'Active' }],
    IsTruncated: false,
  });
});

test('sdkApi() takes an empty list for a list', async () => {
  await using server = await awsServer(keysOf(''));
  expect(await apiOver(server).call(call)).toEqual({ AccessKeyMetadata: [], IsTruncated: false });
});

test('sdkApi() refuses an answer that lacks what it is needed for', async () => {
  await using server = await awsServer({
    status: 200,
    body: '<GetRoleResponse><GetRoleResult><Role><RoleName>Deployer</RoleName></Role></GetRoleResult></GetRoleResponse>',
  });
  const role: ApiCall = { ...call, operation: 'GetRole', input: { RoleName: 'Deployer' } };
  await expect(apiOver(server).call(role)).rejects.toThrow('it has no Role.Path');
});

test.each([
  [failure(404, 'NoSuchEntity', 'no such user'), 'NotFound'],
  [failure(403, 'AccessDenied', 'not authorized'), 'CallRefused'],
  [failure(403, 'ExpiredToken', 'expired'), 'CredentialsMissing'],
  [failure(400, 'Throttling', 'Rate exceeded'), 'CallThrottled'],
  [failure(500, 'ServiceFailure', 'internal'), 'OutcomeUnknown'],
  [NO_ANSWER, 'OutcomeUnknown'],
])('sdkApi() says what is known after $status', async (reply, name) => {
  await using server = await awsServer(reply);
  await expect(apiOver(server).call(call)).rejects.toMatchObject({ name });
});

test('sdkApi() refuses another account and an unknown operation before anything is sent', async () => {
  await using server = await awsServer(NO_ANSWER);
  const api = apiOver(server);
  await expect(api.call({ ...call, account: '222222222222' })).rejects.toThrow(
    'you are signed in to 111111111111',
  );
  for (const operation of ['DeleteUser', 'constructor'])
    await expect(api.call({ ...call, operation })).rejects.toMatchObject({ name: 'UnknownOperation' });
  expect(server.requests).toEqual([]);
});

test('sdkApi() looks events up in the region of the call, with its times', async () => {
  const body = JSON.stringify({ Events: [{ EventId: 'one', CloudTrailEvent: '{}' }], NextToken: 'next' });
  const headers = { 'content-type': 'application/x-amz-json-1.1' };
  await using server = await awsServer({ status: 200, body, headers });
  const lookup: ApiCall = {
    service: 'cloudtrail',
    operation: 'LookupEvents',
    input: {
      LookupAttributes: [{ AttributeKey: 'AccessKeyId', AttributeValue: 'ASIARTXV5AHDREXAMPLE' }],
      StartTime: '2026-09-14T08:00:00Z',
    },
    account: '111111111111',
    region: 'eu-west-1',
  };
  const api = apiOver(server);
  expect(await api.call(lookup)).toEqual({
    Events: [{ EventId: 'one', CloudTrailEvent: '{}' }],
    NextToken: 'next',
  });
  const { region: _, ...own } = lookup;
  await api.call(own);
  const [first, second] = server.requests;
  expect(first?.headers.authorization).toContain('/eu-west-1/cloudtrail/');
  expect(second?.headers.authorization).toContain('/us-east-1/cloudtrail/');
  expect(JSON.parse(first?.body ?? '')).toEqual({
    LookupAttributes: [{ AttributeKey: 'AccessKeyId', AttributeValue: 'ASIARTXV5AHDREXAMPLE' }],
    StartTime: Date.parse('2026-09-14T08:00:00Z') / 1000,
  });
});

test('sdkApi() refuses looked up events without their record', async () => {
  const headers = { 'content-type': 'application/x-amz-json-1.1' };
  const lookup: ApiCall = { ...call, service: 'cloudtrail', operation: 'LookupEvents', input: {} };
  await using server = await awsServer({ status: 200, body: '{"Events":[{"EventId":"one"}]}', headers });
  await expect(apiOver(server).call(lookup)).rejects.toThrow('it has no Events[].CloudTrailEvent');
});
