import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { IAMClient } from '@aws-sdk/client-iam';
import { STSClient } from '@aws-sdk/client-sts';
import { expect, test } from 'vitest';
import type { ApiCall } from './api-call.ts';
import { sdkApi } from './sdk-api.ts';

const caller = { account: '111111111111', arn: 'arn:aws:iam::111111111111:role/IncidentResponder' };
const call: ApiCall = {
  service: 'iam',
  operation: 'ListAccessKeys',
  input: { UserName: 'build-bot' },
  account: '111111111111',
};

/** Answers every request over real HTTP with one status and body; nothing at all when the status is 0. */
async function answering(
  status: number,
  body: string,
  run: (api: ReturnType<typeof sdkApi>) => Promise<void>,
) {
  const server = createServer((request, response) => {
    if (status === 0) request.socket.destroy();
    else response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const settings = {
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'AKIAQBS6T6WOHEXAMPLE', secretAccessKey: 'fake' },
    maxAttempts: 1,
  };
  try {
    await run(sdkApi({ iam: new IAMClient(settings), sts: new STSClient(settings) }, caller));
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

function failure(code: string, message: string): string {
  return `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
}

test('sdkApi() returns the plain answer', async () => {
  const body =
    '<ListAccessKeysResponse><ListAccessKeysResult><AccessKeyMetadata><member><AccessKeyId>AKIAQBS6T6WOHEXAMPLE</AccessKeyId>' +
    '<Status>Active</Status></member></AccessKeyMetadata><IsTruncated>false</IsTruncated></ListAccessKeysResult></ListAccessKeysResponse>';
  await answering(200, body, async (api) => {
    expect(await api.call(call)).toEqual({
      AccessKeyMetadata: [{ AccessKeyId: 'AKIAQBS6T6WOHEXAMPLE', Status: 'Active' }],
      IsTruncated: false,
    });
  });
});

test.each([
  [404, failure('NoSuchEntity', 'no such user'), 'NotFound'],
  [403, failure('AccessDenied', 'not authorized'), 'CallRefused'],
  [403, failure('ExpiredToken', 'expired'), 'CredentialsMissing'],
  [400, failure('Throttling', 'Rate exceeded'), 'CallThrottled'],
  [500, failure('ServiceFailure', 'internal'), 'OutcomeUnknown'],
  [0, '', 'OutcomeUnknown'],
])('sdkApi() says what is known after status %i', async (status, body, name) => {
  await answering(status, body, async (api) => {
    await expect(api.call(call)).rejects.toMatchObject({ name });
  });
});

test('sdkApi() refuses another account and an unknown operation before anything is sent', async () => {
  await answering(200, '', async (api) => {
    await expect(api.call({ ...call, account: '222222222222' })).rejects.toThrow(
      'you are signed in to 111111111111',
    );
    await expect(api.call({ ...call, operation: 'DeleteUser' })).rejects.toMatchObject({
      name: 'UnknownOperation',
    });
    await expect(api.call({ ...call, operation: 'constructor' })).rejects.toMatchObject({
      name: 'UnknownOperation',
    });
  });
});
