import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { call, USER_KEY, userIdentity } from '../testing/records.ts';
import { WRAPPERS } from '../testing/wrapped-records.ts';
import { readLogBytes } from './read-log.ts';

/** The nightly run sets FIREBREAK_FUZZ_RUNS=100000. */
const RUNS = Number(process.env['FIREBREAK_FUZZ_RUNS'] ?? 200);
const TIME = 60_000 + RUNS * 100;

const path = 'log.json';

const record = (eventName: string, eventTime: string) => ({ eventName, eventTime, awsRegion: 'ä"\\{[' });
const RECORDS = [record('ListBuckets', '2026-09-14T08:00:00Z'), record('GetObject', '2026-09-14T08:00:01Z')];
const NAMES = RECORDS.map(({ eventName }) => eventName);

/** What a file of these bytes gives. Each record must be as it was written, unless `changed` says otherwise. */
async function read(bytes: Buffer, { changed = false } = {}) {
  const names: string[] = [];
  const log = readLogBytes(path, bytes);
  for (let next = await log.next(); ; next = await log.next()) {
    if (next.done) {
      const { broken, events } = next.value;
      const isSound =
        broken === undefined ||
        (broken.path === path && broken.records === names.length && broken.byte <= bytes.length);
      if (events !== names.length || !isSound) expect.unreachable(JSON.stringify(next.value));
      return { names, broken };
    }
    for (const { name, record } of next.value) {
      const written = RECORDS[names.length];
      names.push(name);
      if (!changed && (name !== written?.eventName || record['awsRegion'] !== written.awsRegion))
        expect.unreachable(`${name} is not the record that was written`);
    }
  }
}

/** The bytes of a text up to the end of each record in it. */
function ends(text: string): number[] {
  return NAMES.map((name, index) => {
    const last = text.indexOf('"', text.indexOf(':01Z') + 4);
    const begin = index === NAMES.length - 1 ? last : text.indexOf(NAMES[index + 1] ?? name);
    return Buffer.byteLength(text.slice(0, begin));
  });
}

/** Shapes in which a record cannot be had before the whole value is there, and those that have no end of their own. */
const IN_ONE_PIECE = new Set(['a function event of CloudWatch Logs']);
const OPEN_ENDED = /lines|one a line|without line breaks|payloads of/;

test.each(Object.entries(WRAPPERS))('cut off at every byte: %s', { timeout: TIME }, async (shape, wrap) => {
  const whole = Buffer.from(wrap(RECORDS));
  const found = ends(whole.toString());
  for (let cut = 0; cut < whole.length; cut += 1) {
    const { names, broken } = await read(whole.subarray(0, cut));
    const least = IN_ONE_PIECE.has(shape) ? 0 : found.filter((end) => end <= cut).length - 1;
    const isNamed =
      OPEN_ENDED.test(shape) && cut > 0 ? broken !== undefined || names.length > 0 : broken?.textByte === cut;
    if (names.length < least || !isNamed)
      expect.unreachable(`cut at ${cut}: ${names.length} records, ${JSON.stringify(broken)}`);
  }
  expect(await read(whole)).toEqual({ names: NAMES, broken: undefined });
});

/** How a gzip stream breaks has little to do with what is in it; the nightly run tries them all. */
const ZIPPED = Object.entries(WRAPPERS).filter((_, index) => RUNS > 1000 || index % 4 === 0);

test.each(ZIPPED)('gzip cut off at every byte: %s', { timeout: TIME }, async (_, wrap) => {
  const text = wrap(RECORDS);
  const whole = gzipSync(text);
  let most = 0;
  for (let cut = 2; cut < whole.length; cut += 1) {
    const { names, broken } = await read(whole.subarray(0, cut));
    if (broken?.byte !== cut || broken.why !== 'the gzip stream is cut off' || names.length < most)
      expect.unreachable(`cut at ${cut}: ${names.length} records, ${JSON.stringify(broken)}`);
    most = names.length;
  }
  expect(most).toBe(RECORDS.length);
});

test('a byte that is flipped in gzip is noticed, or nothing has changed', { timeout: TIME }, async () => {
  const long = Array.from({ length: 60 }, (_, index) =>
    record(`Call${index * 7919}`, '2026-09-14T08:00:00Z'),
  );
  const whole = gzipSync(JSON.stringify({ Records: long }));
  const flips = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }));
  const property = fc.asyncProperty(flips, async ([at, mask]) => {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ mask;
    const { names, broken } = await read(damaged, { changed: true });
    if (at < 2) expect(broken).toBeDefined();
    else if (broken === undefined) expect(names).toEqual(long.map(({ eventName }) => eventName));
  });
  await fc.assert(property, { numRuns: Math.ceil(RUNS / 5), seed: 7 });
});

test('before a byte that is flipped every record is there', { timeout: TIME }, async () => {
  const shapes = Object.entries(WRAPPERS).filter(([shape]) => !IN_ONE_PIECE.has(shape));
  const texts = shapes.map(([, wrap]) => Buffer.from(wrap(RECORDS)));
  const flips = fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.integer({ min: 1, max: 255 }));
  const property = fc.asyncProperty(flips, async ([text, place, mask]) => {
    const at = place % text.length;
    const damaged = Buffer.from(text);
    damaged[at] = (damaged[at] ?? 0) ^ mask;
    const { names } = await read(damaged, { changed: true });
    const before = ends(text.toString()).filter((end) => end <= at).length - 1;
    // A flip in the first bytes may make another shape of it.
    if (before > 0) expect(names.slice(0, before)).toEqual(NAMES.slice(0, before));
  });
  await fc.assert(property, { numRuns: RUNS, seed: 7 });
});

test('any bytes are read or refused', { timeout: TIME }, async () => {
  const bytes = fc.oneof(
    fc.uint8Array(),
    fc.uint8Array().map((tail) => Uint8Array.of(0x1f, 0x8b, 8, ...tail)),
    fc.json().map((text) => Buffer.from(text)),
    fc.stringMatching(/^[{}[\]":,\\ \nRecords0a]{0,60}$/).map((text) => Buffer.from(text)),
  );
  const property = fc.asyncProperty(bytes, async (file) => {
    const { names, broken } = await read(Buffer.from(file), { changed: true });
    expect(names).toEqual([]);
    const isJson = (() => {
      try {
        return JSON.parse(Buffer.from(file).toString()) !== undefined;
      } catch {
        return false;
      }
    })();
    if (isJson) expect(broken).toBeUndefined();
  });
  await fc.assert(property, { numRuns: RUNS, seed: 7 });
});

const real = call(userIdentity(USER_KEY), 'ListBuckets', '2026-09-14T08:00:00Z');
const nestedText = (levels: number) => `${'{"a":['.repeat(levels / 2)}1${']}'.repeat(levels / 2)}`;

test.each<[string, string]>([
  ['64 levels', nestedText(64)],
  ['50,000 levels', '['.repeat(50_000) + ']'.repeat(50_000)],
  ['256 KB', JSON.stringify('x"\\ä'.repeat(50_000))],
  ['keys of the prototype', '{"__proto__":{"eventName":"x"},"constructor":{"prototype":{"y":1}}}'],
])('records with %s are read, in a whole file and before a break', async (_, requestParameters) => {
  const text = JSON.stringify({ ...real, requestParameters: 0 }).replace(
    '"requestParameters":0',
    `"requestParameters":${requestParameters},"__proto__":{"eventName":"Evil","errorCode":"x"}`,
  );
  for (const file of [`{"Records":[${text},${text}]}`, `{"Records":[${text},${text},{`]) {
    const log = readLogBytes(path, Buffer.from(file));
    const events = [];
    for await (const batch of log) events.push(...batch);
    expect(events.map(({ name, errorCode }) => [name, errorCode])).toEqual([
      ['ListBuckets', undefined],
      ['ListBuckets', undefined],
    ]);
  }
  expect(Reflect.get({}, 'y')).toBeUndefined();
});

test('bytes that are no UTF-8 do not cost the record', async () => {
  const [before, after] = JSON.stringify([record('ListBuckets', '2026-09-14T08:00:00Z')]).split('ä');
  const bytes = Buffer.concat([Buffer.from(before ?? ''), Buffer.of(0xff, 0xc3), Buffer.from(after ?? '')]);
  expect((await read(bytes, { changed: true })).names).toEqual(['ListBuckets']);
  expect((await read(bytes.subarray(0, -1), { changed: true })).names).toEqual(['ListBuckets']);
});

test('a list in a list in a list ends', async () => {
  const file = `${'[{"Records":'.repeat(3000)}[]${'}]'.repeat(3000)}`;
  const { names, broken } = await read(Buffer.from(file));
  expect([names, broken]).toEqual([[], undefined]);
});
