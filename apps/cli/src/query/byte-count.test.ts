import { expect, test } from 'vitest';
import { byteCount, bytesText } from './byte-count.ts';

test.each([
  ['10GB', 10 * 2 ** 30],
  ['1.5 MB', 1.5 * 2 ** 20],
  ['2tb', 2 * 2 ** 40],
])('byteCount(%o) is %i', (text, bytes) => {
  expect(byteCount(text, '--max-scan')).toBe(bytes);
});

test.each(['10', 'GB', '-1GB', '0GB', '1e3GB', '10GiB', ''])('byteCount() refuses %o', (text) => {
  expect(() => byteCount(text, '--max-scan')).toThrow('Cannot read --max-scan: it is no size');
});

test.each([
  [0, '0 B'],
  [1_023, '1023 B'],
  [1_536, '1.5 KB'],
  [10 * 2 ** 30, '10.0 GB'],
])('bytesText(%i) is %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
