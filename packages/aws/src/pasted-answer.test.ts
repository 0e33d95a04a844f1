import { expect, test } from 'vitest';
import type { ApiCall } from './api-call.ts';
import { operationOf } from './operations.ts';
import { readPasted } from './pasted-answer.ts';

const user = { UserName: 'build-bot' };
const policy = { ...user, PolicyName: 'deploy' };
const INPUTS: Readonly<Record<string, ApiCall['input']>> = {
  GetRole: { RoleName: 'Deployer' },
  GetUserPolicy: policy,
  ListUserPolicies: user,
  ListAccessKeys: user,
  PutUserPolicy: { ...policy, PolicyDocument: '{}' },
};

function pasted(operation: string, output: string) {
  const input = INPUTS[operation] ?? {};
  const call: ApiCall = { service: 'iam', operation, input, account: '111111111111' };
  return () => readPasted(call, operationOf(call), output);
}

function failed(operation: string, code: string): string {
  return `\nAn error occurred (${code}) when calling the ${operation} operation: no\n`;
}

const ROLE = {
  RoleName: 'Deployer',
  Path: '/',
  RoleId: 'AROADEPLOYER22EXAMPLE',
  Arn: 'arn:aws:iam::111111111111:role/Deployer',
  AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] },
};

test('a read returns the JSON that was pasted', () => {
  const answer = { Role: { ...ROLE, Description: failed('GetRole', 'NoSuchEntity') } };
  expect(pasted('GetRole', `\n${JSON.stringify(answer, null, 2)}\n`)()).toEqual(answer);
});

test.each([
  ['GetRole', '{}', 'it has no Role.Path'],
  ['GetRole', '{"Role": []}', 'it has no Role.Path'],
  ['GetRole', '{"Role": {"Path": "/", "RoleName": "Deployer"}}', 'it has no Role.RoleId'],
  [
    'GetRole',
    JSON.stringify({ Role: { ...ROLE, RoleName: 'Admin' } }),
    'Role.RoleName is "Admin" and not "Deployer"',
  ],
  ['GetUserPolicy', '{"PolicyNames": ["deploy"]}', 'it has no PolicyDocument'],
  ['GetUserPolicy', '{"PolicyDocument": "%7"}', 'PolicyDocument is no policy document'],
  ['GetUserPolicy', '{"PolicyDocument": "no"}', 'PolicyDocument is no policy document'],
  ['GetUserPolicy', '{"PolicyDocument": {}, "UserName": "build-bot"}', 'it has no PolicyName'],
  ['GetUserPolicy', '{"PolicyDocument": {}, "UserName": "eve", "PolicyName": "deploy"}', 'UserName is "eve"'],
  ['ListUserPolicies', '{}', 'it has no PolicyNames'],
  ['ListUserPolicies', '{"PolicyNames": "deploy"}', 'PolicyNames is no list'],
  ['ListUserPolicies', '{"PolicyNames": [{}]}', 'PolicyNames is no list of texts'],
  ['ListUserPolicies', '{"PolicyNames": [], "IsTruncated": true}', 'has no Marker'],
  [
    'ListAccessKeys',
    '{"AccessKeyMetadata": [{"Status": "Active"}]}',
    'it has no AccessKeyMetadata[].AccessKeyId',
  ],
  ['ListAccessKeys', '{"PolicyNames": []}', 'it has no AccessKeyMetadata'],
])('%s: %s is the answer to another command', (operation, output, why) => {
  expect(pasted(operation, output)).toThrow(why);
  expect(pasted(operation, output)).toThrow(
    expect.objectContaining({ name: 'CallRefused', message: expect.stringContaining('to another command') }),
  );
});

test.each([
  ['ListUserPolicies', '{"PolicyNames": []}'],
  ['ListAccessKeys', '{"AccessKeyMetadata": []}'],
  ['GetUserPolicy', '{"UserName": "Build-Bot", "PolicyName": "deploy", "PolicyDocument": {"Statement": []}}'],
])('%s: %s is its answer', (operation, output) => {
  expect(pasted(operation, output)()).toEqual(JSON.parse(output));
});

test.each([
  [failed('GetRole', 'NoSuchEntity'), 'NotFound'],
  [`aws: [ERROR]:${failed('GetRole', 'AccessDenied').replace('\n', ' ')}`, 'CallRefused'],
  [failed('GetRole', 'ExpiredToken'), 'CredentialsMissing'],
  [
    failed('GetRole', 'Throttling').replace('operation', 'operation (reached max retries: 4)'),
    'CallThrottled',
  ],
  [failed('GetRole', 'ServiceFailure'), 'CallRefused'],
  [failed('ListRoles', 'NoSuchEntity'), 'CallRefused'],
  [
    'Unable to locate credentials. You can configure credentials by running "aws login".',
    'CredentialsMissing',
  ],
  ['{"Role": ', 'CallRefused'],
  ['[]', 'CallRefused'],
  ['', 'CallRefused'],
])('a read: %j says what came of it', (output, name) => {
  expect(pasted('GetRole', output)).toThrow(expect.objectContaining({ name }));
});

test('a write prints nothing when it worked', () => {
  expect(pasted('PutUserPolicy', ' \n')()).toEqual({});
});

test.each([
  [failed('PutUserPolicy', 'AccessDenied'), 'CallRefused', 'credentials that allow iam:PutUserPolicy'],
  [failed('PutUserPolicy', 'MalformedPolicyDocument'), 'CallRefused', 'nothing was changed'],
  [failed('PutUserPolicy', 'LimitExceeded'), 'CallRefused', 'nothing was changed'],
  [failed('PutUserPolicy', 'NoSuchEntity'), 'NotFound', 'Check the name'],
  [failed('PutUserPolicy', 'ExpiredToken'), 'CredentialsMissing', 'Sign in again'],
  [failed('AssumeRole', 'AccessDenied'), 'CredentialsMissing', 'Sign in again'],
  ['Unable to locate credentials', 'CredentialsMissing', 'Sign in again'],
  ['The config profile (prod) could not be found', 'CredentialsMissing', 'Sign in again'],
  ['zsh: command not found: aws', 'CallRefused', 'copy the whole printed line'],
])('a write: %j had no effect', (output, name, remedy) => {
  expect(pasted('PutUserPolicy', output)).toThrow(
    expect.objectContaining({ name, remedy: expect.stringContaining(remedy) }),
  );
});

test.each([
  failed('PutUserPolicy', 'ServiceFailure'),
  failed('PutUserPolicy', 'InternalFailure'),
  failed('PutUserPolicy', 'SomethingNew'),
  failed('PutUserPolicy', 'ServiceFailure') + failed('PutUserPolicy', 'AccessDenied'),
  failed('PutRolePolicy', 'AccessDenied'),
  'Read timeout on endpoint URL: "https://iam.amazonaws.com/"',
  '$ aws iam put-user-policy',
  '{}',
])('a write: %j leaves the outcome open', (output) => {
  expect(pasted('PutUserPolicy', output)).toThrow(
    expect.objectContaining({
      name: 'OutcomeUnknown',
      remedy: expect.stringContaining('reads the state back'),
    }),
  );
});

test('the message quotes what was pasted, made safe and not at any length', () => {
  expect(pasted('PutUserPolicy', `\u001b[2Jhm ${'x'.repeat(5_000)}`)).toThrow(
    /pasted: ␛\[2Jhm x{293}… \(\d+ more characters\)$/,
  );
});
