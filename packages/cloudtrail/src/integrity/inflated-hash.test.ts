import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { inflatedHash, sha256 } from './inflated-hash.ts';

const folder = mkdtempSync(join(tmpdir(), 'firebreak-hash-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TEXT = Buffer.from('{"Records":[]}');
/** Does not shrink, so that the file is longer than what is read in one go. */
const LONG = Buffer.from(
  Array.from({ length: 5 * 1024 * 1024 }, (_, index) => (index * index * 31 + (index >> 7) * 17) & 255),
);

async function hashed(bytes: Buffer) {
  const path = join(folder, 'log.json.gz');
  writeFileSync(path, bytes);
  return await inflatedHash(path);
}

test.each([
  ['short', TEXT, 9],
  ['long', LONG, 0],
])('the hash is that of the text of a %s file', async (_, text, level) => {
  expect(await hashed(gzipSync(text, { level }))).toEqual({ kind: 'hash', hash: sha256(text) });
});

test.each([
  ['short', TEXT],
  ['long', LONG],
])('bytes behind a %s gzip stream are seen, zeros too', async (_, text) => {
  const whole = gzipSync(text, { level: 0 });
  for (const extra of [Buffer.from('{"Records":[1]}'), Buffer.alloc(7)])
    expect(await hashed(Buffer.concat([whole, extra]))).toEqual({
      kind: 'trailing',
      why: 'other bytes follow the gzip stream',
    });
});

test('a second gzip stream counts, since readers inflate it too', async () => {
  const both = Buffer.concat([gzipSync(TEXT), gzipSync('more')]);
  expect(await hashed(both)).toEqual({
    kind: 'hash',
    hash: sha256(Buffer.concat([TEXT, Buffer.from('more')])),
  });
});

test.each([
  ['is cut off', gzipSync(TEXT).subarray(0, -9)],
  ['is not gzip', TEXT],
  ['is empty', Buffer.alloc(0)],
])('a file that %s has none', async (_, bytes) => {
  expect(await hashed(bytes)).toMatchObject({ kind: 'broken' });
});

test('a file that is not there is gone', async () => {
  expect(await inflatedHash(join(folder, 'none'))).toEqual({ kind: 'gone' });
});
