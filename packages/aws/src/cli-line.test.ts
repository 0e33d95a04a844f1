import { expect, test } from 'vitest';
import type { ApiCall } from './api-call.ts';
import { cliLine } from './cli-line.ts';

function call(operation: string, input: Record<string, unknown>): ApiCall {
  return { service: 'iam', operation, input, account: '111111111111' };
}

test('cliLine() prints options in the order of the input', () => {
  expect(
    cliLine(
      call('UpdateAccessKey', {
        UserName: 'build-bot',
        AccessKeyId: 'AKIARTXV5AHDQEXAMPLE',
        Status: 'Inactive',
      }),
    ),
  ).toBe(
    'aws iam update-access-key --user-name build-bot --access-key-id AKIARTXV5AHDQEXAMPLE --status Inactive --output json',
  );
});

test('cliLine() quotes what a shell would act on', () => {
  expect(cliLine(call('GetRole', { RoleName: "a'; rm -rf ~ #" }))).toBe(
    `aws iam get-role --role-name 'a'\\''; rm -rf ~ #' --output json`,
  );
  expect(cliLine(call('PutUserPolicy', { PolicyDocument: '{"Version":"2012-10-17"}' }))).toContain(
    `--policy-document '{"Version":"2012-10-17"}'`,
  );
});

test('cliLine() keeps a value that looks like an option from becoming one', () => {
  expect(cliLine(call('ListAccessKeys', { UserName: '--profile' }))).toContain('--user-name=--profile');
});

test('cliLine() refuses a value that a terminal would hide', () => {
  expect(() => cliLine(call('GetRole', { RoleName: 'a\u001b[8mb' }))).toThrow('control or invisible');
});

test.each(['file:///etc/passwd', 'fileb://x', 'http://192.0.2.1/x'])(
  'cliLine() refuses %s, which the AWS CLI would load',
  (value) => {
    expect(() => cliLine(call('GetRole', { RoleName: value }))).toThrow('from elsewhere');
  },
);

test('cliLine() names the region, and writes a list as JSON', () => {
  const lookup: ApiCall = {
    service: 'cloudtrail',
    operation: 'LookupEvents',
    input: { LookupAttributes: [{ AttributeKey: 'AccessKeyId', AttributeValue: 'ASIARTXV5AHDREXAMPLE' }] },
    account: '111111111111',
    region: 'eu-west-1',
  };
  expect(cliLine(lookup)).toBe(
    `aws cloudtrail lookup-events --lookup-attributes '[{"AttributeKey":"AccessKeyId","AttributeValue":"ASIARTXV5AHDREXAMPLE"}]' --region eu-west-1 --output json`,
  );
});
