import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { PassedOver } from './collect-findings.ts';
import { readFindings } from './read-findings.ts';
import { camelFinding, pascal } from './testing/made-findings.ts';

const line = JSON.stringify(camelFinding);
const pretty = JSON.stringify({ Findings: [pascal(camelFinding)] }, null, 2);

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Uint8Array, size = 1000) {
  const shapes: string[] = [];
  for await (const { shape } of readFindings(chunked(bytes, size), 'f')) shapes.push(shape);
  return shapes;
}

test.each([1, 7, 1000, 1_000_000])(
  'readFindings() reads chunks of %i bytes, plain and gzip',
  async (size) => {
    const bytes = Buffer.from(`${line}\n${pretty}\n${line}`);
    const shapes = ['s3-export', 'get-findings', 's3-export'];
    expect(await read(bytes, size)).toEqual(shapes);
    expect(await read(gzipSync(bytes), size)).toEqual(shapes);
  },
);

test('readFindings() reads gzip members one after the other, as logs are put together', async () => {
  const member = gzipSync(`${line}\n`);
  expect(await read(Buffer.concat([member, member]))).toEqual(['s3-export', 's3-export']);
});

test('readFindings() keeps characters whole that a chunk cuts through', async () => {
  const bytes = Buffer.from(JSON.stringify({ ...camelFinding, title: 'Grüße, 東京 🔥' }));
  for await (const { title } of readFindings(chunked(bytes, 1), 'f')) expect(title).toBe('Grüße, 東京 🔥');
});

test('readFindings() hands out a finding before the stream has ended', async () => {
  let given = 0;
  async function* endless() {
    for (;;) {
      given += 1;
      yield Buffer.from(`${line}\n`);
    }
  }
  let seen = 0;
  for await (const _ of readFindings(endless(), 'f')) {
    seen += 1;
    if (seen === 100) break;
  }
  expect(given).toBeLessThan(110);
});

test('readFindings() holds no more than a chunk and a line of a long export', async () => {
  const lines = 20_000;
  async function* long() {
    const chunk = Buffer.from(`${line}\n`.repeat(100));
    for (let at = 0; at < lines / 100; at += 1) yield chunk;
  }
  let count = 0;
  const before = process.memoryUsage().arrayBuffers;
  for await (const _ of readFindings(long(), 'f')) count += 1;
  expect(count).toBe(lines);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20e6);
});

test('readFindings() hands out what came before a mistake, and says what was passed over', async () => {
  const passedOver: PassedOver[] = [];
  const findings: string[] = [];
  const text = `${line}\n{}\n${line}\nDear\n${line}`;
  const reading = async () => {
    const options = { onPassedOver: (passed: PassedOver) => passedOver.push(passed) };
    for await (const { id } of readFindings(chunked(Buffer.from(text), 1e6), 'f', options)) findings.push(id);
  };
  await expect(reading()).rejects.toMatchObject({ name: 'FindingNotJson', where: 'f:4:1' });
  expect(findings).toHaveLength(2);
  expect(passedOver).toEqual([{ where: 'f:2', reason: '"type" is missing' }]);
});

test.each([
  ['cut off', gzipSync(line).subarray(0, 100), 'FindingNotUnzipped', 'cut off'],
  [
    'damaged',
    Buffer.concat([gzipSync(line).subarray(0, 60), Buffer.alloc(60, 7)]),
    'FindingNotUnzipped',
    'damaged',
  ],
  ['not JSON', Buffer.from([0, 1, 2, 3]), 'FindingNotJson', 'not JSON'],
  ['empty', Buffer.alloc(0), 'NotAFinding', 'holds no finding'],
  ['gzip of nothing', gzipSync(''), 'NotAFinding', 'holds no finding'],
  ['of something else', Buffer.from('{"Records":[]}'), 'NotAFinding', '"type" is missing'],
])('readFindings() says what is wrong with bytes that are %s', async (_, bytes, name, message) => {
  await expect(read(bytes)).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
});

test('readFindings() passes on an error of the stream itself, and lets go of a stream it is done with', async () => {
  let closed = false;
  const disk = new Error('disk');
  async function* failing(): AsyncGenerator<Uint8Array> {
    try {
      yield Buffer.from(`${line}\n${line}\n`);
      throw disk;
    } finally {
      closed = true;
    }
  }
  const reading = async () => {
    for await (const _ of readFindings(failing(), 'f'));
  };
  await expect(reading()).rejects.toBe(disk);
  expect(closed).toBe(true);
  closed = false;
  for await (const _ of readFindings(failing(), 'f')) break;
  expect(closed).toBe(true);
});
