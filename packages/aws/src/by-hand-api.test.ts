import { expect, test } from 'vitest';
import type { ApiCall } from './api-call.ts';
import { byHandApi } from './by-hand-api.ts';

const read: ApiCall = {
  service: 'iam',
  operation: 'GetRole',
  input: { RoleName: 'Deployer' },
  account: '111111111111',
};
const write: ApiCall = { service: 'iam', operation: 'UpdateAccessKey', input: {}, account: '111111111111' };

function pasting(output: string | undefined) {
  return byHandApi(async () => output);
}

test('a read returns the JSON that was pasted', async () => {
  expect(await pasting('\n{"Role": {"RoleName": "Deployer"}}\n').call(read)).toEqual({
    Role: { RoleName: 'Deployer' },
  });
});

test('a change needs no output', async () => {
  expect(await pasting('').call(write)).toEqual({});
});

test.each([
  ['An error occurred (NoSuchEntity) when calling the GetRole operation: no such role', 'NotFound'],
  ['aws: [ERROR]: An error occurred (AccessDenied) when calling the GetRole operation: no', 'CallRefused'],
  ['An error occurred (ExpiredToken) when calling the GetRole operation: expired', 'CredentialsMissing'],
  ['{"Role": ', 'CallRefused'],
  ['[]', 'CallRefused'],
  [undefined, 'NotRunByHand'],
])('what is pasted decides the outcome: %s', async (output, name) => {
  await expect(pasting(output).call(read)).rejects.toMatchObject({ name });
});

test('a change that printed something else was not made for certain', async () => {
  await expect(pasting('Unable to locate credentials').call(write)).rejects.toMatchObject({
    name: 'CallRefused',
  });
});

test('an error of AWS is an error for a change too', async () => {
  const denied = 'An error occurred (AccessDenied) when calling the UpdateAccessKey operation: no';
  await expect(pasting(denied).call(write)).rejects.toMatchObject({ name: 'CallRefused' });
});
