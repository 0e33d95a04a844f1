import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
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

/** A process that tries to lock each folder at a time of its own, keeps what it gets, and says which it got. */
const RACER = `
import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
const { start, folders } = JSON.parse(process.argv[1]);
const won = [];
for (const [index, folder] of folders.entries()) {
  while (Date.now() < start + index * 4);
  try { lockFolder(folder); won.push(folder); } catch (error) { if (error.name !== 'IncidentLocked') throw error; }
}
process.stdout.write(JSON.stringify(won));
while (Date.now() < start + folders.length * 4 + 500);
`;

async function race(folders: readonly string[], start: number): Promise<string[]> {
  const args = ['--input-type=module', '-e', RACER, JSON.stringify({ start, folders })];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(await text(child.stdout)) as string[];
}

test('of many processes that find a lock left behind, one takes it over', async () => {
  const folders = Array.from({ length: 150 }, (_, index) => join(folder, String(index)));
  for (const path of folders) {
    mkdirSync(path);
    writeFileSync(join(path, 'lock'), GONE);
  }
  const start = Date.now() + 1_000;
  const won = await Promise.all(Array.from({ length: 6 }, () => race(folders, start)));
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
