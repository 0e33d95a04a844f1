import { expect, test } from 'vitest';
import { assumedRoleOfArn, parseArn, roleNameOfArn } from './arn.ts';

test('parseArn() keeps colons and slashes of the resource', () => {
  expect(parseArn('arn:aws-cn:logs:cn-north-1:111111111111:log-group:/a/b:*')).toEqual({
    partition: 'aws-cn',
    service: 'logs',
    region: 'cn-north-1',
    accountId: '111111111111',
    resource: 'log-group:/a/b:*',
  });
});

test.each(['', 'arn', 'arn:aws:iam::111111111111:', 'urn:aws:iam::1:x'])(
  'parseArn() knows that "%s" is none',
  (text) => {
    expect(parseArn(text)).toBeUndefined();
  },
);

test('roleNameOfArn() leaves the path out', () => {
  expect(roleNameOfArn('arn:aws:iam::111111111111:role/teams/red/Deployer')).toBe('Deployer');
  expect(roleNameOfArn('arn:aws:iam::111111111111:user/Deployer')).toBeUndefined();
});

test('assumedRoleOfArn() reads role and session', () => {
  expect(assumedRoleOfArn('arn:aws:sts::111111111111:assumed-role/Deployer/alice@example.com')).toEqual({
    roleName: 'Deployer',
    sessionName: 'alice@example.com',
  });
  expect(assumedRoleOfArn('arn:aws:iam::111111111111:role/Deployer')).toBeUndefined();
});
