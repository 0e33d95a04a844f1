import { expect, test } from 'vitest';
import { readAccessKey } from './access-key.ts';

test.each([
  ['ASIAY34FZKBOKMUTVV7A', '609629065308'],
  ['ASIAQNZGKIQY56JQ7WML', '029608264753'],
  ['AKIARZPUZDIKGB2VALC4', '123456789012'],
  ['ASIAQAAAAAAAGMKEM7X5', '000000000000'],
  ['ASIAY34FZKBOAMUTVV7A', '609629065308'],
  ['ASIAY34FZKBOPMUTVV7A', '609629065308'],
  ['ASIAY34FZKBOQMUTVV7A', '609629065309'],
  ['ASIAY34FZKBO2MUTVV7A', '609629065309'],
  ['ASIAY34FZKBO7MUTVV7A', '609629065309'],
])('readAccessKey() finds the account in %s', (id, account) => {
  expect(readAccessKey(id)).toMatchObject({ accountId: account, unknownBecause: undefined });
});

test.each([
  ['AKIAIOSFODNN7EXAMPLE', 'old generation'],
  ['AKIAINLHPIG64YJXPK5A', 'old generation'],
  ['AKIA6V1GNZTT65XQH36M', '"1" is not a base32 character'],
  ['ASIATMJPC7EXAMPLE', '17 characters'],
  ['AKIA', '4 characters'],
  ['ABCDEFGHI', 'no prefix'],
  ['', 'no prefix'],
  ['AROAQAAAAAAAGMKEM7X5', 'AROA ids'],
  ['AKIA7777777777777777', 'no account id'],
])('readAccessKey() says why the account of "%s" is unknown', (id, reason) => {
  const key = readAccessKey(id);
  expect(key.accountId).toBeUndefined();
  expect(key.unknownBecause).toContain(reason);
});

test.each([
  ['AKIARZPUZDIKGB2VALC4', 'long-term'],
  ['ASIAY34FZKBOKMUTVV7A', 'temporary'],
  ['ABIAQAAAAAAAGMKEM7X5', 'other'],
  ['constructor', 'unknown'],
])('readAccessKey() calls %s %s', (id, kind) => {
  expect(readAccessKey(id).kind).toBe(kind);
});
