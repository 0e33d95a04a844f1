import { spawn } from 'node:child_process';
import { chmod, mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callRecord } from '../../testing/records.ts';
import type { OpenedFiles } from '../folder-answers.ts';
import { openDuckDbFolder } from '../open-duckdb-folder.ts';
import { ask, delivery, deliveryName, type LogFolder, makeLogFolder } from '../testing/log-folder.ts';
import { trailCacheFolder } from './cache-folder.ts';
import { cacheStatus, dropCache } from './cache-status.ts';
import { type ConvertOptions, convertFolder } from './convert-folder.ts';

let folder: LogFolder;
beforeEach(async () => {
  folder = await makeLogFolder();
});
afterEach(() => folder.remove());

const call = (eventName: string) => delivery(callRecord({ eventName }));
const convert = (options: ConvertOptions = {}) =>
  convertFolder(folder.logs, {
    cacheFolder: folder.cacheFolder,
    temporaryFolder: folder.parent,
    chunkBytes: 1,
    ...options,
  });
const cachePath = () => trailCacheFolder(folder.logs, folder.cacheFolder);

/** What a query answers, and what it opened for that. */
async function answer(sql: string, cacheFolder: string | false = folder.cacheFolder) {
  const opened: OpenedFiles[] = [];
  const options = {
    cacheFolder,
    temporaryFolder: folder.parent,
    onFiles: (files: OpenedFiles) => opened.push(files),
  };
  const engine = await openDuckDbFolder(folder.logs, options);
  try {
    return { ...(await engine.run(ask(sql))), opened: opened.at(-1) };
  } finally {
    await engine.close();
  }
}
const NAMES = 'SELECT eventname FROM cloudtrail_logs ORDER BY eventname';
const names = async () => (await answer(NAMES)).rows.join('');

async function deliverThree() {
  const first = await folder.deliver(call('A'));
  await folder.deliver(call('B'), { region: 'eu-central-1' });
  await folder.put('lines.jsonl', `${JSON.stringify(callRecord({ eventName: 'C' }))}\n`);
  return first;
}

test('converted logs give the same answer as the logs', async () => {
  await deliverThree();
  expect(await convert()).toMatchObject({ converted: 3, kept: 0, rows: 3, setAside: [] });
  const sql = 'SELECT * FROM cloudtrail_logs ORDER BY eventname';
  const plain = await answer(sql, false);
  const cached = await answer(sql);
  expect(cached.opened).toMatchObject({ logs: [], parquet: { length: 3 } });
  expect(cached.rows).toEqual(plain.rows);
  expect(cached.columns).toEqual(plain.columns);
});

test('new, changed and vanished files are read from the logs, and alone converted by the next run', async () => {
  const first = await deliverThree();
  await convert();
  await writeFile(first, call('Z'));
  await utimes(first, 1, 2);
  await folder.deliver(call('N'), { region: 'eu-west-1' });
  expect(await answer(NAMES)).toMatchObject({
    rows: [['B'], ['C'], ['N'], ['Z']],
    opened: { logs: { length: 2 }, parquet: { length: 2 } },
  });
  expect(await cacheStatus(folder.logs, folder)).toMatchObject({ files: 2, stale: 1, rows: 2 });
  expect(await convert()).toMatchObject({ converted: 2, kept: 2, rows: 4 });
  await rm(first);
  expect(await names()).toBe('BCN');
  expect(await convert()).toMatchObject({ converted: 0, kept: 3, rows: 3 });
  expect(await names()).toBe('BCN');
});

test('a file that changes within a chunk takes the chunk with it', async () => {
  const first = await deliverThree();
  await convert({ chunkBytes: 1e9 });
  await writeFile(first, delivery(callRecord({ eventName: 'Z' }), callRecord({ eventName: 'Z' })));
  expect(await names()).toBe('BCZZ');
});

test('a file that is broken is named from the cache, too', async () => {
  await deliverThree();
  const long = delivery(...Array.from({ length: 200 }, (_, at) => callRecord({ requestID: `${at * 7919}` })));
  const cut = await folder.deliver(long.subarray(0, long.length - 50), { region: 'eu-west-1' });
  const { setAside } = await convert({ chunkBytes: 1e9 });
  expect(setAside).toEqual([{ file: cut, why: expect.any(String), byte: expect.any(Number) }]);
  const plain = await answer('SELECT count(*) FROM cloudtrail_logs', false);
  const cached = await answer('SELECT count(*) FROM cloudtrail_logs');
  expect(cached.setAside).toEqual(setAside);
  expect(plain.setAside).toEqual(setAside);
  expect(cached.rows).toEqual(plain.rows);
});

test('a chunk that is damaged or gone does not change an answer', async () => {
  await deliverThree();
  await convert();
  const chunks = (await readdir(cachePath())).filter((name) => name.endsWith('.parquet'));
  const [gone = '', damaged = ''] = chunks.map((name) => join(cachePath(), name));
  await rm(gone);
  await writeFile(damaged, Buffer.alloc((await stat(damaged)).size));
  expect(await names()).toBe('ABC');
});

test('a run that is stopped anywhere leaves a true cache, which the next run completes', async () => {
  await deliverThree();
  for (const stopAt of [0, 1, 2]) {
    const controller = new AbortController();
    const reason = new Error('enough');
    const stopped = convert({
      signal: controller.signal,
      onProgress: (done) => {
        if (done >= stopAt) controller.abort(reason);
      },
    });
    await expect(stopped).rejects.toBe(reason);
    expect(await names()).toBe('ABC');
  }
  expect(await convert()).toMatchObject({ kept: 2, converted: 1, rows: 3 });
});

test('a run that is killed leaves a true cache and no lock, and its leftovers are swept', async () => {
  for (let index = 0; index < 9; index += 1)
    await folder.deliver(call(`A${index}`), {
      name: deliveryName('111111111111', 'us-east-1', '2026/03/02', `${index}`),
    });
  const script = `
    import { convertFolder } from ${JSON.stringify(new URL('convert-folder.ts', import.meta.url).href)};
    await convertFolder(process.argv[1], { cacheFolder: process.argv[2], temporaryFolder: process.argv[3],
      chunkBytes: 1, onProgress: (done) => process.stdout.write(done + '\\n') });`;
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', script, folder.logs, folder.cacheFolder, folder.parent],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  child.stdout.on('data', (text: Buffer) => {
    if (/^[3-6]$/m.test(String(text))) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.on('exit', resolve));
  expect(child.signalCode).toBe('SIGKILL');
  expect(await readdir(cachePath())).toContain('lock');
  await writeFile(join(cachePath(), 'left.tmp'), 'half a chunk');
  const { rows, opened } = await answer('SELECT count(*) FROM cloudtrail_logs');
  expect(rows).toEqual([[9]]);
  expect(opened?.parquet.length).toBeGreaterThan(2);
  const { kept, rows: converted } = await convert();
  expect(kept).toBeGreaterThan(2);
  expect(converted).toBe(9);
  const left = await readdir(cachePath());
  expect(left.filter((name) => !name.endsWith('.parquet'))).toEqual(['manifest.json']);
  expect(left).toHaveLength(10);
  expect((await readdir(folder.parent)).filter((name) => name.startsWith('firebreak-logs-'))).toEqual([]);
});

test('two runs at once: one converts, the other is told', async () => {
  await deliverThree();
  const results = await Promise.allSettled([convert(), convert()]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { name: 'CacheBusy' },
  });
  expect(await names()).toBe('ABC');
});

test('the lock of another machine is respected for a day', async () => {
  await deliverThree();
  await mkdir(cachePath(), { recursive: true });
  const lock = join(cachePath(), 'lock');
  await writeFile(lock, `${process.pid} not-${hostname()} x`);
  await expect(convert()).rejects.toMatchObject({ name: 'CacheBusy' });
  const old = Date.now() / 1_000 - 2 * 86_400;
  await utimes(lock, old, old);
  expect(await convert()).toMatchObject({ converted: 3 });
});

test('the cache is private, and can be dropped', async () => {
  await deliverThree();
  await convert();
  expect((await stat(cachePath())).mode & 0o777).toBe(0o700);
  expect(await dropCache(folder.logs, folder)).toBe(true);
  expect(await dropCache(folder.logs, folder)).toBe(false);
  expect(await cacheStatus(folder.logs, folder)).toMatchObject({ files: 0, stale: 0, rows: 0, bytes: 0 });
  expect(await names()).toBe('ABC');
});

test('a cache that cannot be written is a problem of its own', async () => {
  await deliverThree();
  await writeFile(folder.cacheFolder, 'no folder');
  await chmod(folder.cacheFolder, 0o600);
  await expect(convert()).rejects.toMatchObject({ name: 'CacheFailed' });
});
