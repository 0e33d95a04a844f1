import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from './hash.ts';
import { lockFolder } from './lock.ts';

const GONE = '4194304 1 left-behind\n';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'firebreak-lock-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A process that waits for the word, locks what it can get, says so, and keeps it until its input ends. */
const RACER = `
import { createInterface } from 'node:readline';
import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
process.stdout.write('ready\\n');
for await (const line of createInterface({ input: process.stdin })) {
  const won = [];
  for (const folder of JSON.parse(line)) {
    try { lockFolder(folder); won.push(folder); } catch (error) { if (error.name !== 'IncidentLocked') throw error; }
  }
  process.stdout.write(JSON.stringify(won) + '\\n');
}
`;

function startRacer() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', RACER], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, next: async () => String((await lines.next()).value) };
}

test('of many processes that find a lock left behind, one takes it over', async () => {
  const folders = Array.from({ length: 60 }, (_, index) => join(folder, String(index)));
  for (const path of folders) {
    mkdirSync(path);
    writeFileSync(join(path, 'lock'), GONE);
  }
  const racers = Array.from({ length: 4 }, startRacer);
  await Promise.all(racers.map(({ next }) => next()));
  for (const { child } of racers) child.stdin.write(`${JSON.stringify(folders)}\n`);
  const won = await Promise.all(racers.map(async ({ next }) => JSON.parse(await next()) as string[]));
  for (const { child } of racers) child.stdin.end();
  expect(won.flat().sort()).toEqual([...folders].sort());
  expect(new Set(folders.flatMap((path) => readdirSync(path)))).toEqual(new Set(['lock']));
});

test('a process that was killed while it took a lock over does not stand in the way', () => {
  writeFileSync(join(folder, 'lock'), GONE);
  writeFileSync(join(folder, `lock.${sha256(GONE).slice(0, 16)}`), '4194304 1 killed-too\n');
  lockFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock is given back once, and only the own one', () => {
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow('it is open already');
  unlock();
  expect(existsSync(join(folder, 'lock'))).toBe(false);
  writeFileSync(join(folder, 'lock'), `${process.ppid}\n`);
  unlock();
  expect(existsSync(join(folder, 'lock'))).toBe(true);
});

test('a lock that an earlier process with the same number left behind is taken over', () => {
  writeFileSync(join(folder, 'lock'), `${process.pid}\n`);
  lockFolder(folder)();
  writeFileSync(join(folder, 'lock'), 'no lock of ours');
  lockFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});
