import { expect, test } from 'vitest';
import { addressBlock, addressFilter, addressNeedle } from './address-block.ts';

const isIn = (block: string, address: string) => {
  const read = addressBlock(block);
  return read !== undefined && addressFilter([read])(address);
};

test.each([
  ['203.0.113.66', '203.0.113.66', true],
  ['203.0.113.66', '203.0.113.6', false],
  ['203.0.113.66', '::ffff:203.0.113.66', true],
  ['203.0.113.0/24', '203.0.113.255', true],
  ['203.0.113.0/24', '203.0.114.1', false],
  ['203.0.113.77/25', '203.0.113.1', true],
  ['0.0.0.0/0', '192.0.2.1', true],
  ['2001:db8::1', '2001:DB8:0:0:0:0:0:1', true],
  ['2001:db8::/32', '2001:db8:ffff::1', true],
  ['2001:db8::/32', '192.0.2.1', false],
  ['203.0.113.66', 'AWS Internal', false],
  ['203.0.113.66', 's3.amazonaws.com', false],
])('%s and %s: %s', (block, address, expected) => {
  expect(isIn(block, address)).toBe(expected);
});

test.each([
  '',
  'example.com',
  '203.0.113',
  '203.0.113.0/33',
  '2001:db8::/129',
  '203.0.113.0/',
  '1.2.3.4/x',
  ' 1.2.3.4',
])('"%s" is neither address nor block', (text) => {
  expect(addressBlock(text)).toBeUndefined();
});

test.each([
  ['203.0.113.66', '203.0.113.66'],
  ['203.0.113.0/24', '203.0.113.'],
  ['203.0.113.64/26', '203.0.113.'],
  ['203.0.0.0/16', '203.0.'],
  ['203.0.0.0/17', '203.0.'],
  ['203.0.0.0/15', undefined],
  ['2001:db8::1', undefined],
])('the needle of %s is %s', (text, needle) => {
  const block = addressBlock(text);
  expect(block && addressNeedle(block)).toBe(needle);
});
