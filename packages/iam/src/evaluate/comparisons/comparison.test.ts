import { expect, test } from 'vitest';
import { conditionOperator } from '../condition-operator.ts';

const compare = (operator: string, written: string, requested: string) =>
  conditionOperator(operator)?.comparison.read(written, true)?.(requested, new Map());

test.each([
  ['NumericLessThan', '10', '9.5', true],
  ['NumericEquals', '1.0', '1', true],
  ['NumericEquals', '1', 'one', false],
  ['DateEquals', '2026-05-01T10:00:00+02:00', '2026-05-01T08:00:00.000Z', true],
  ['DateEquals', '2026-01-01', '1767225600', true],
  ['DateLessThan', '2026', '1767225599', true],
  ['DateLessThanEquals', '1767225600', '2026-01-01T00:00Z', true],
  ['DateGreaterThan', '2026-01', '2026-01-01T00:00:00Z', false],
  ['DateLessThan', '2026-01-01', 'AWS Internal', false],
  ['Bool', 'True', 'true', true],
  ['BinaryEquals', 'QQ==', 'QQ==', true],
  ['BinaryEquals', 'QQ==', 'QUE=', false],
  ['IpAddress', '203.0.113.0/24', '203.0.113.255', true],
  ['IpAddress', '203.0.113.0/24', '203.0.114.0', false],
  ['IpAddress', '203.0.113.9', '203.0.113.9', true],
  ['IpAddress', '2001:DB8:1234:5678::/64', '2001:db8:1234:5678:0:0:0:9', true],
  ['IpAddress', '::/0', '203.0.113.9', false],
  ['IpAddress', '0.0.0.0/0', '2001:db8::1', false],
  ['IpAddress', '0.0.0.0/0', 'AWS Internal', false],
  ['IpAddress', '203.0.113.9/32', '203.0.113.0/24', false],
  ['ArnLike', 'arn:aws:iam::*:role/ops/*', 'arn:aws:iam::111111111111:role/ops/a:b', true],
  ['ArnLike', 'arn:aws:s:*:2:f/*', 'arn:aws:s:us-east-2:9:store:2:f/x', false],
  ['ArnLike', 'arn:*:*:*:*:*', 'no arn', false],
  ['StringEquals', 'a*', 'ab', false],
  ['StringEqualsIgnoreCase', 'ABC', 'abc', true],
  ['StringLike', 'A*', 'abc', false],
])('%s of %s and %s is %s', (operator, written, requested, fits) => {
  expect(compare(operator, written, requested)).toBe(fits);
});

test.each([
  ['NumericEquals', 'ten'],
  ['NumericEquals', ''],
  ['DateLessThan', '2026-02-30T00:00:00Z'],
  ['DateLessThan', '2026-01-01T00:00:00'],
  ['DateLessThan', 'yesterday'],
  ['Bool', 'yes'],
  ['BinaryEquals', 'QQ'],
  ['IpAddress', '203.0.113.0/33'],
  ['IpAddress', '203.0.113'],
  ['IpAddress', '203.0.113.0/24/1'],
  ['IpAddress', 'fe80::1%eth0'],
  ['ArnLike', '*'],
])('%s does not read %s', (operator, written) => {
  expect(compare(operator, written, written)).toBeUndefined();
});
