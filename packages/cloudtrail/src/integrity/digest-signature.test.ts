import { sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { digestKey } from '../testing/digest-writer.ts';
import { isSignedBy, stringToSign } from './digest-signature.ts';

const digest = {
  end: '2026-09-14T10:01:31Z',
  bucket: 'example-trail',
  key: 'AWSLogs/a.json.gz',
  hash: 'ab'.repeat(32),
  previousSignature: undefined,
};
const TO_SIGN = `2026-09-14T10:01:31Z\nexample-trail/AWSLogs/a.json.gz\n${'ab'.repeat(32)}\nnull`;

test('what is signed are end, place, hash and the signature before, or null', () => {
  expect(stringToSign(digest)).toBe(TO_SIGN);
  expect(stringToSign({ ...digest, previousSignature: 'c0ffee' })).toBe(TO_SIGN.replace('null', 'c0ffee'));
});

test('a signature holds for this digest and this key alone', () => {
  const { privateKey, publicKey } = digestKey();
  const signature = sign('sha256', Buffer.from(TO_SIGN), privateKey).toString('hex');
  expect(isSignedBy(publicKey, digest, signature)).toBe(true);
  expect(isSignedBy(publicKey, digest, signature.toUpperCase())).toBe(true);
  expect(isSignedBy(publicKey, { ...digest, end: '2026-09-14T10:01:32Z' }, signature)).toBe(false);
  expect(isSignedBy(digestKey().publicKey, digest, signature)).toBe(false);
  for (const other of ['', 'None', 'abc', `${signature}00`])
    expect(isSignedBy(publicKey, digest, other)).toBe(false);
});
