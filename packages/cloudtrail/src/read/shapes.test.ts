import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assumeRole, call, roleIdentity, USER_KEY, userIdentity } from '../testing/records.ts';
import { WRAPPERS } from '../testing/wrapped-records.ts';
import type { BrokenLog } from './broken-log.ts';
import { readTrail } from './read-trail.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'firebreak-shapes-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const TIMES = ['2026-09-14T08:00:00Z', '2026-09-14T08:00:01Z', '2026-09-14T08:00:02Z'] as const;
const RECORDS = [
  call(userIdentity(USER_KEY), 'ListBuckets', TIMES[0]),
  assumeRole(userIdentity(USER_KEY), { key: 'ASIARTXV5AHDQEXAMPLE', role: 'Deploy"er', time: TIMES[1] }),
  call(roleIdentity('ASIARTXV5AHDQEXAMPLE', 'Käse\\n{[\u2028'), 'GetObject', TIMES[2]),
];

async function read(content: string | Buffer, name = 'log.json') {
  const path = join(folder, name);
  writeFileSync(path, content);
  const events: { time: string; record: unknown }[] = [];
  const broken: BrokenLog[] = [];
  for await (const { time, record } of readTrail(path, { onBroken: (at) => broken.push(at) }))
    events.push({ time, record });
  return { events, broken };
}

const expected = RECORDS.map((record, index) => ({
  time: TIMES[index],
  record: expect.objectContaining(record),
}));

test.each(Object.entries(WRAPPERS))('readTrail() reads %s', async (_, wrap) => {
  const text = wrap(RECORDS);
  for (const content of [text, `\uFEFF${text}`, gzipSync(text), gzipSync(`\uFEFF${text}`)])
    expect(await read(content)).toEqual({ events: expected, broken: [] });
});

test('readTrail() reads a gzip stream of several members', async () => {
  const lines = RECORDS.map((record) => gzipSync(`${JSON.stringify(record)}\n`));
  expect(await read(Buffer.concat(lines))).toEqual({ events: expected, broken: [] });
});

test('one EventBridge event', async () => {
  const event = { 'detail-type': 'AWS Console Signin via CloudTrail', detail: RECORDS[0] };
  expect((await read(JSON.stringify(event))).events).toHaveLength(1);
});

test('readTrail() passes over what is no API call', async () => {
  const others = [
    { messageType: 'CONTROL_MESSAGE', logEvents: [{ message: 'CWL CONTROL MESSAGE: checking' }] },
    { 'detail-type': 'GuardDuty Finding', detail: RECORDS[0] },
    { eventType: 'AwsCloudTrailInsight', eventTime: TIMES[0], insightDetails: { eventName: 'RunInstances' } },
    { messageType: 'DATA_MESSAGE', logEvents: [{ message: 'START RequestId' }, { message: 7 }] },
    { class_uid: 4001, metadata: { product: { name: 'Amazon VPC' } } },
    [null, 1, 'x', { eventName: 'x' }, { eventName: 'x', eventTime: 'never' }],
  ];
  const { events, broken } = await read(JSON.stringify([...others, RECORDS[0]]));
  expect([events.length, broken]).toEqual([1, []]);
});

test('a damaged line of JSON lines costs only itself', async () => {
  const lines = RECORDS.map((record) => JSON.stringify(record));
  const second = (lines[0]?.length ?? 0) + 1;
  const damaged = [lines[0], '{"eventName": "x}', lines[1], '{]', lines[2], ''].join('\n');
  const { events, broken } = await read(damaged);
  expect(events).toEqual(expected);
  expect(broken).toMatchObject([{ records: 3, why: 'a record is not JSON, and 1 more like it' }]);
  expect(broken[0]?.byte).toBe(second + '{"eventName": "x}'.length);
});

test('a first line that is damaged costs only itself', async () => {
  const lines = RECORDS.map((record) => JSON.stringify(record));
  const { events, broken } = await read(['{"eventName": "x}', ...lines].join('\n'));
  expect([events.length, broken.length]).toEqual([3, 1]);
});

test('a damaged record inside of a LookupEvents answer costs only itself', async () => {
  const Events = [{ CloudTrailEvent: '{"eventName":' }, { CloudTrailEvent: JSON.stringify(RECORDS[0]) }];
  const { events, broken } = await read(JSON.stringify({ Events }));
  expect(events).toHaveLength(1);
  expect(broken).toMatchObject([{ byte: 11, why: 'the text of a CloudTrailEvent is not JSON' }]);
});

test.each([
  ['garbage behind the gzip stream', (zipped: Buffer) => Buffer.concat([zipped, Buffer.from('<html>')])],
  ['zeros behind the gzip stream', (zipped: Buffer) => Buffer.concat([zipped, Buffer.alloc(9)])],
])('%s is named, and all records are read', async (_, damage) => {
  const zipped = gzipSync(JSON.stringify({ Records: RECORDS }));
  const { events, broken } = await read(damage(zipped));
  expect(events).toEqual(expected);
  expect(broken).toMatchObject([{ records: 3, why: 'other bytes follow the gzip stream' }]);
  expect(Math.abs((broken[0]?.byte ?? 0) - zipped.length)).toBeLessThanOrEqual(1);
});

test('a wrong checksum is named, and all records are read', async () => {
  const zipped = gzipSync(JSON.stringify({ Records: RECORDS }));
  zipped.writeUInt32LE(7, zipped.length - 8);
  const { events, broken } = await read(zipped);
  expect(events).toEqual(expected);
  expect(broken[0]?.why).toMatch(/^the checksum of the gzip stream is wrong/);
});
