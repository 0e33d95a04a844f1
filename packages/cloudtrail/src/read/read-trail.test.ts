import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { call, USER_KEY, userIdentity } from '../testing/records.ts';
import type { BrokenLog } from './broken-log.ts';
import { readTrail } from './read-trail.ts';

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

test('readTrail() reads the other files and what is whole in a broken one, then names it', async () => {
  const whole = gzipSync(delivery);
  put('a.json.gz', whole.subarray(0, whole.length - 4));
  put('b.json', `${delivery.slice(0, -2)}, nope]}`);
  put('c.json', delivery);
  const names: string[] = [];
  const reading = (async () => {
    for await (const event of readTrail(folder)) names.push(event.name);
  })();
  await expect(reading).rejects.toMatchObject({
    name: 'LogUnreadable',
    message: 'Cannot read log file to its end: the gzip stream is cut off, and 1 more file',
    where: `${join(folder, 'a.json.gz')}: byte ${whole.length - 4}`,
  });
  expect(names).toEqual(['ListBuckets', 'ListBuckets', 'ListBuckets']);
});

test('readTrail() says of each broken file where and why, and goes on', async () => {
  put('b.json', `${delivery.slice(0, -2)}, nope]}`);
  put('c.json', delivery);
  put('d.json', '');
  const broken: BrokenLog[] = [];
  for await (const _ of readTrail(folder, { onBroken: (at) => broken.push(at) }));
  const byte = delivery.length + 1;
  expect(broken).toEqual([
    { path: join(folder, 'b.json'), byte, textByte: byte, records: 1, why: 'a record is not JSON' },
    { path: join(folder, 'd.json'), byte: 0, textByte: 0, records: 0, why: 'the file is empty' },
  ]);
});

test('readTrail() throws all the same when nothing at all could be read', async () => {
  put('b.json', 'nope');
  const reading = readTrail(folder, { onBroken: () => {} }).next();
  await expect(reading).rejects.toMatchObject({ where: `${join(folder, 'b.json')}: byte 1` });
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

test('readTrail() names a file that cannot be opened, and reads the others', async () => {
  put('a.json', delivery);
  put('b.json', delivery);
  const broken: BrokenLog[] = [];
  const options = {
    onProgress: () => rmSync(join(folder, 'b.json'), { force: true }),
    onBroken: (at: BrokenLog) => broken.push(at),
  };
  let events = 0;
  for await (const _ of readTrail(folder, options)) events += 1;
  expect(events).toBe(1);
  expect(broken).toMatchObject([{ path: join(folder, 'b.json'), why: 'the file cannot be read: ENOENT' }]);
});

test('readTrail() stops in the middle when it is aborted', async () => {
  put('a.json', delivery);
  put('b.json', delivery);
  const stop = new AbortController();
  const events = readTrail(folder, { signal: stop.signal });
  await events.next();
  stop.abort();
  await expect(events.next()).rejects.toThrow('aborted');
});
