import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTrail } from './read-trail.ts';
import { call, USER_KEY, userIdentity } from './testing/records.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'firebreak-trail-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const record = call(userIdentity(USER_KEY), 'ListBuckets', '2026-09-14T08:00:00Z');
const delivery = JSON.stringify({ Records: [record] });

function put(path: string, content: string | Buffer): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

async function namesIn(path: string): Promise<string[]> {
  const names: string[] = [];
  for await (const event of readTrail(path)) names.push(event.name);
  return names;
}

const S3 =
  'AWSLogs/o-11111111/111111111111/CloudTrail/us-east-1/2026/09/14/111111111111_CloudTrail_us-east-1_20260914T0800Z_EXAMPLEEXAMPLEEX.json.gz';

test.each<[string, string, string | Buffer]>([
  ['a delivery file in S3 layout', S3, gzipSync(delivery)],
  ['gzip under a plain name', 'a.json', gzipSync(delivery)],
  ['a plain delivery file', 'a.json', delivery],
  ['an array', 'a.json', JSON.stringify([record])],
  ['one record', 'a.json', JSON.stringify(record)],
  ['JSON lines', 'a.jsonl', `${JSON.stringify(record)}\n`],
  [
    'a LookupEvents answer',
    'a.json',
    JSON.stringify({ Events: [{ CloudTrailEvent: JSON.stringify(record) }] }),
  ],
  [
    '@timestamp',
    'a.jsonl',
    JSON.stringify({ ...record, eventTime: undefined, '@timestamp': '2026-09-14T08:00:00.000Z' }),
  ],
])('readTrail() reads %s', async (_, path, content) => {
  put(path, content);
  expect(await namesIn(folder)).toEqual(['ListBuckets']);
});

test('readTrail() passes digests over, and names JSON that holds no record', async () => {
  put('AWSLogs/111111111111/CloudTrail-Digest/us-east-1/d.json', '{"digest": true}');
  put('notes.json', '{"story": "x"}');
  put('a.json', delivery);
  const skipped: string[] = [];
  for await (const _ of readTrail(folder, { onSkipped: (file) => skipped.push(file) }));
  expect(skipped).toEqual([join(folder, 'notes.json')]);
});

test('readTrail() names file and byte of a gzip stream that is cut off', async () => {
  const whole = gzipSync(delivery);
  put('cut.json.gz', whole.subarray(0, whole.length - 12));
  await expect(namesIn(folder)).rejects.toMatchObject({
    name: 'LogUnreadable',
    where: `${join(folder, 'cut.json.gz')}: byte ${whole.length - 12}`,
  });
});

test('readTrail() names line and column of broken JSON', async () => {
  put('bad.json', '{"Records":[\n{"eventName": nope}]}');
  await expect(namesIn(folder)).rejects.toMatchObject({
    name: 'LogUnreadable',
    where: `${join(folder, 'bad.json')}:2:16`,
  });
});

test.each(['empty', 'nothing-like-it'])('readTrail() says that %s holds no logs', async (name) => {
  if (name === 'empty') mkdirSync(join(folder, name));
  await expect(namesIn(join(folder, name))).rejects.toMatchObject({
    name: 'LogsMissing',
    where: join(folder, name),
  });
});

test('readTrail() refuses a folder of JSON without a single record', async () => {
  put('a.json', '{"story": "x"}');
  await expect(namesIn(folder)).rejects.toThrow('no file holds a CloudTrail record');
});
