import { expect, test } from 'vitest';
import { type ParameterType, parameterFault } from './parameter-type.ts';

test.each<[ParameterType, string]>([
  ['access-key-id', 'AKIAIOSFODNN7EXAMPLE'],
  ['account-id', '111111111111'],
  ['region', 'us-gov-west-1'],
  ['region', 'eusc-de-east-1'],
  ['arn', 'arn:aws:iam::111111111111:role/teams/red/Deployer'],
  ['arn', 'arn:aws:s3:::amzn-s3-demo-bucket/a key'],
  ['ip', '192.0.2.10'],
  ['ip', '2001:db8::1'],
  ['time', 'now'],
  ['time', '2w'],
  ['time', '2026-03-01T12:30Z'],
  ['time', '2026-03-01T12:30:00.123+05:30'],
  ['network', '192.0.2.0/24'],
  ['network', '2001:db8::/32'],
  ['network', '192.0.2.10'],
  ['number', '0'],
  ['list', 'GetObject,PutObject'],
  ['text', "Robert'); DROP TABLE students;--"],
])('%s takes %s', (type, value) => {
  expect(parameterFault(type, value)).toBeUndefined();
});

test.each<[ParameterType, string]>([
  ['access-key-id', 'akiaiosfodnn7example'],
  ['access-key-id', 'AKIA'],
  ['access-key-id', "AKIAIOSFODNN7EXAMPLE'"],
  ['access-key-id', 'AKIAIOSFODNN7EXAMPLE\n'],
  ['account-id', '11111111111'],
  ['region', 'us-east'],
  ['arn', 'arn:aws:iam::111111111111:'],
  ['arn', 'arn:aws:iam::111111111111:user/a\nb'],
  ['ip', '192.0.2.0/24'],
  ['ip', 'fe80::1%eth0'],
  ['time', '2026-03-01'],
  ['time', '2026-03-01T12:00:00'],
  ['time', '2026-13-01T12:00:00Z'],
  ['time', '-7d'],
  ['time', '7 d'],
  ['time', '999999d'],
  ['network', '192.0.2.0/33'],
  ['network', '192.0.2.0/24/1'],
  ['network', 'example.com'],
  ['number', '-1'],
  ['number', '1e3'],
  ['list', 'a,,b'],
  ['list', 'a, b'],
  ['text', 'a\u0000b'],
])('%s does not take %j', (type, value) => {
  expect(parameterFault(type, value)).toBeDefined();
});
