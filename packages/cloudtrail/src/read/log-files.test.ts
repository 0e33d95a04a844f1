import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FindLogFilesOptions, findLogFiles as findFiles } from './log-files.ts';

let root: string;
let logs: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'firebreak-log-files-')));
  logs = join(root, 'logs');
  mkdirSync(logs);
  mkdirSync(join(root, 'elsewhere'));
  writeFileSync(join(root, 'elsewhere', 'a.json'), '{}');
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const findLogFiles = async (path: string, options?: FindLogFilesOptions) =>
  (await findFiles(path, options)).map((file) => file.path);

test('findLogFiles() follows links to files and folders', async () => {
  symlinkSync(join(root, 'elsewhere'), join(logs, 'folder'));
  writeFileSync(join(root, 'elsewhere', 'object-without-ending'), '{}');
  writeFileSync(join(root, 'b.json.gz'), '');
  symlinkSync(join(root, 'elsewhere', 'object-without-ending'), join(logs, 'named.json'));
  symlinkSync(join(root, 'b.json.gz'), join(logs, 'latest'));
  expect(await findLogFiles(logs)).toEqual([
    join(logs, 'folder', 'a.json'),
    join(logs, 'latest'),
    join(logs, 'named.json'),
  ]);
});

test('findLogFiles() ends in a loop of links, and takes each file once', async () => {
  writeFileSync(join(logs, 'b.json'), '{}');
  symlinkSync(logs, join(logs, 'again'));
  symlinkSync(join(root, 'elsewhere'), join(logs, 'x'));
  symlinkSync(join(root, 'elsewhere'), join(logs, 'y'));
  symlinkSync(join(root, 'elsewhere', 'a.json'), join(logs, 'z.json'));
  expect(await findLogFiles(logs)).toEqual([join(logs, 'b.json'), join(logs, 'x', 'a.json')]);
});

test('findLogFiles() names links that lead nowhere', async () => {
  writeFileSync(join(logs, 'b.json'), '{}');
  symlinkSync(join(root, 'gone'), join(logs, 'gone'));
  symlinkSync(join(logs, 'self.json'), join(logs, 'self.json'));
  const broken: string[] = [];
  expect(await findLogFiles(logs, { onBrokenLink: (path) => broken.push(path) })).toEqual([
    join(logs, 'b.json'),
  ]);
  expect(broken).toEqual([join(logs, 'gone'), join(logs, 'self.json')]);
});

test('findLogFiles() takes a file that a link and its own folder lead to once, by the first of them', async () => {
  writeFileSync(join(logs, 'b.json'), '{}');
  symlinkSync(join(logs, 'b.json'), join(logs, 'a.json'));
  expect(await findLogFiles(logs)).toEqual([join(logs, 'a.json')]);
});
