import { expect, test } from 'vitest';
import type { ApiCall } from './api-call.ts';
import { byHandApi } from './by-hand-api.ts';

const read: ApiCall = {
  service: 'iam',
  operation: 'GetRole',
  input: { RoleName: 'Deployer' },
  account: '111111111111',
};
const write: ApiCall = {
  service: 'iam',
  operation: 'UpdateAccessKey',
  input: { UserName: 'build-bot', AccessKeyId: 'AKIARTXV5AHDQEXAMPLE', Status: 'Inactive' },
  account: '111111111111',
};
const ROLE = JSON.stringify({
  Role: {
    RoleName: 'Deployer',
    Path: '/',
    RoleId: 'AROADEPLOYER22EXAMPLE',
    Arn: 'arn:aws:iam::111111111111:role/Deployer',
    AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] },
  },
});
const WHO = 'aws sts get-caller-identity --output json';

/** A person who pastes these answers in order, and the first words of the lines that they were given. */
function person(...answers: readonly (string | undefined)[]) {
  const queue = [...answers];
  const lines: string[] = [];
  const run = async (_: ApiCall, command: string) => {
    lines.push(command.startsWith('aws sts') ? command : command.split(' ').slice(0, 3).join(' '));
    return queue.shift();
  };
  return { lines, run };
}

function signedInTo(account: string): string {
  return JSON.stringify({ UserId: 'AIDAQBS6T6WOHEXAMPLE', Account: account, Arn: 'x' });
}

test('the first line for an account asks who is signed in, and further ones do not', async () => {
  const { lines, run } = person(signedInTo('111111111111'), ROLE, '');
  const api = byHandApi(run);
  expect(await api.call(read)).toEqual(JSON.parse(ROLE));
  expect(await api.call(write)).toEqual({});
  expect(lines).toEqual([WHO, 'aws iam get-role', 'aws iam update-access-key']);
});

test('instances with the same set of confirmed accounts ask once', async () => {
  const confirmed = new Set<string>();
  const { lines, run } = person(signedInTo('111111111111'), ROLE, ROLE);
  await byHandApi(run, confirmed).call(read);
  await byHandApi(run, confirmed).call(read);
  expect(lines).toEqual([WHO, 'aws iam get-role', 'aws iam get-role']);
});

test('another account than the one that is meant is refused before its line is given', async () => {
  const { lines, run } = person(signedInTo('222222222222'), signedInTo('111111111111'), '');
  const api = byHandApi(run);
  await expect(api.call(write)).rejects.toMatchObject({
    name: 'CallRefused',
    message: expect.stringMatching(/111111111111.*222222222222/),
    remedy: expect.stringContaining('Sign in to account 111111111111'),
  });
  await api.call(write);
  expect(lines).toEqual([WHO, WHO, 'aws iam update-access-key']);
});

test('who changes the account or the credentials is asked again', async () => {
  const denied = 'An error occurred (AccessDenied) when calling the GetRole operation: no';
  const other = { ...read, account: '222222222222' };
  const first = signedInTo('111111111111');
  const { lines, run } = person(first, ROLE, signedInTo('222222222222'), ROLE, first, denied, first, ROLE);
  const api = byHandApi(run);
  await api.call(read);
  await api.call(other);
  await expect(api.call(read)).rejects.toMatchObject({ name: 'CallRefused' });
  await api.call(read);
  expect(lines.filter((line) => line === WHO)).toHaveLength(4);
});

test.each(['{}', '{"Account": "me"}', ROLE])('%s does not say who is signed in', async (answer) => {
  const { run } = person(answer);
  await expect(byHandApi(run).call(read)).rejects.toThrow('the answer to another command');
});

test('what cannot be a line is refused before anything is asked', async () => {
  const { lines, run } = person();
  const hidden = { ...read, input: { RoleName: 'a\u001b[8mb' } };
  await expect(byHandApi(run).call(hidden)).rejects.toThrow('control or invisible');
  await expect(byHandApi(run).call({ ...read, operation: 'DeleteUser' })).rejects.toMatchObject({
    name: 'UnknownOperation',
  });
  expect(lines).toEqual([]);
});

test('a line that was not run is no answer', async () => {
  const { run } = person(signedInTo('111111111111'), undefined);
  await expect(byHandApi(run).call(write)).rejects.toMatchObject({ name: 'NotRunByHand' });
});
