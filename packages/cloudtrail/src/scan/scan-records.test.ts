import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LogUnreadable, ScanFailed } from '../errors.ts';
import type { BrokenLog } from '../read/broken-log.ts';
import { findLogFiles } from '../read/log-files.ts';
import { call, roleIdentity, USER_KEY, userIdentity } from '../testing/records.ts';
import { ScanPool } from './scan-pool.ts';
import { type ScanRecordsOptions, scanRecords } from './scan-records.ts';

const OTHER_KEY = 'AKIARTXV5AHDREXAMPLE';
const time = (minute: number): string => `2026-09-14T08:${String(minute).padStart(2, '0')}:00Z`;
const mine = (minute: number) => call(userIdentity(USER_KEY), `Mine${minute}`, time(minute));
const other = (minute: number) => call(userIdentity(OTHER_KEY), `Other${minute}`, time(minute));
const delivery = (...records: unknown[]): string => JSON.stringify({ Records: records });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firebreak-scan-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function log(name: string, text: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

async function names(path: string, options: Partial<ScanRecordsOptions> = {}): Promise<unknown[]> {
  const found: unknown[] = [];
  const all = { needles: [USER_KEY], ...options };
  for await (const { record } of scanRecords(await findLogFiles(path), all)) found.push(record['eventName']);
  return found;
}

describe('scanRecords() finds a key', () => {
  const records = [other(0), mine(1), mine(2), other(3), mine(4)];
  test.each([
    ['plain.json', delivery(...records)],
    ['packed.json.gz', gzipSync(delivery(...records))],
    ['pretty.json', JSON.stringify({ Records: records }, undefined, 2)],
    ['lines.jsonl', records.map((record) => JSON.stringify(record)).join('\n')],
    ['list.json', JSON.stringify(records)],
    [
      'lookup.json',
      JSON.stringify({ Events: records.map((record) => ({ CloudTrailEvent: JSON.stringify(record) })) }),
    ],
    ['between.json', delivery(...records).replaceAll('},{"eventVersion"', '},\n{"eventVersion"')],
  ])('in %s', async (name, text) => {
    expect(await names(await log(name, text))).toEqual(['Mine1', 'Mine2', 'Mine4']);
  });

  test('by several needles, of text and of bytes, a record once', async () => {
    const path = await log('several.json', delivery(...records));
    expect(await names(path, { needles: [USER_KEY, Buffer.from('Other3'), 'Mine1'] })).toEqual([
      'Mine1',
      'Mine2',
      'Other3',
      'Mine4',
    ]);
  });
});

test('scanRecords() neither cuts nor believes what a caller sent', async () => {
  const forged = { ...mine(7), eventName: 'Forged' };
  const sent = { ...other(5), requestParameters: { items: [forged, forged, forged, forged] } };
  const path = await log('forged.json.gz', gzipSync(delivery(mine(4), sent, mine(6))));
  expect(await names(path)).toEqual(['Mine4', 'Other5', 'Mine6']);
});

test('scanRecords() does not report what stands across two records', async () => {
  const path = await log('across.json', delivery(mine(1), mine(2)));
  expect(await names(path, { needles: ['},{"eventVersion'] })).toEqual([]);
});

describe('scanRecords() with a broken file', () => {
  const whole = gzipSync(delivery(...Array.from({ length: 40 }, (_, at) => mine(at))), { level: 0 });
  const cut = whole.subarray(0, whole.length - 400);

  test('searches what is whole, and says where it broke', async () => {
    const path = await log('cut.json.gz', cut);
    const broken: BrokenLog[] = [];
    const found = await names(path, { onBroken: (one) => broken.push(one) });
    expect(found.length).toBeGreaterThan(30);
    expect(found).toEqual(Array.from(found, (_, at) => `Mine${at}`));
    expect(broken).toMatchObject([{ path, byte: cut.length, records: found.length }]);
  });

  test('throws at the end when nobody listens', async () => {
    const files = await findLogFiles(await log('cut.json.gz', cut));
    const found: unknown[] = [];
    const run = async () => {
      for await (const { record } of scanRecords(files, { needles: [USER_KEY] })) found.push(record);
    };
    await expect(run()).rejects.toThrow(LogUnreadable);
    expect(found.length).toBeGreaterThan(30);
  });

  test('tells of a file that is gone', async () => {
    const broken: BrokenLog[] = [];
    const files = [{ path: join(folder, 'gone.json'), bytes: 10 }];
    const onBroken = (one: BrokenLog) => broken.push(one);
    for await (const _ of scanRecords(files, { needles: [USER_KEY], onBroken })) expect.fail();
    expect(broken).toMatchObject([
      { path: join(folder, 'gone.json'), why: expect.stringContaining('ENOENT') },
    ]);
  });
});

describe('scanRecords() with threads', () => {
  const COUNT = 24;
  let many: string;
  beforeAll(async () => {
    many = await mkdtemp(join(tmpdir(), 'firebreak-scan-many-'));
    for (let at = 0; at < COUNT; at += 1) {
      const filler = Array.from({ length: (at * 7) % 50 }, () => other(0));
      const record = call(roleIdentity(USER_KEY, 'Deploy'), `File${at}`, time(at));
      const name = `${String(at).padStart(2, '0')}.json.gz`;
      await writeFile(join(many, name), gzipSync(delivery(...filler, record)));
    }
  });
  afterAll(() => rm(many, { recursive: true }));

  test('keeps the order of the files, and reports each', async () => {
    const done: number[] = [];
    const options = {
      threads: 2,
      onProgress: ({ filesDone }: { filesDone: number }) => done.push(filesDone),
    };
    expect(await names(many, options)).toEqual(Array.from({ length: COUNT }, (_, at) => `File${at}`));
    expect(done.at(-1)).toBe(COUNT);
  });

  test('hands on everything when each record is found', async () => {
    const found = await names(many, { threads: 2, threadsFrom: 0, needles: ['eventVersion'] });
    expect(found).toEqual(await names(many, { threads: 0, needles: ['eventVersion'] }));
    expect(found.length).toBeGreaterThan(500);
  });

  test('says so when a thread ends', async () => {
    const files = await findLogFiles(many);
    const pool = new ScanPool(files, { kind: 'needles', needles: ['no'] }, 1);
    const run = async () => {
      for await (const _ of pool.parts()) expect.fail();
    };
    await expect(run()).rejects.toThrow(ScanFailed);
  });

  test.each([0, 2])('stops when it is told to, with %i', async (threads) => {
    const stop = new AbortController();
    const run = async () => {
      const files = await findLogFiles(many);
      for await (const _ of scanRecords(files, {
        needles: [USER_KEY],
        threads,
        threadsFrom: 0,
        signal: stop.signal,
      }))
        stop.abort(new Error('enough'));
    };
    await expect(run()).rejects.toThrow('enough');
  });
});
