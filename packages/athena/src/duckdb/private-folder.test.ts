import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePrivateFolder } from './private-folder.ts';

let parent = '';
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'firebreak-test-'));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

/** Beyond the largest id that Linux and macOS give. */
const NO_PROCESS = 2 ** 30;

async function folderOf(processId: number, host: string): Promise<string> {
  const name = `firebreak-logs-${processId}-AbCdEf`;
  await mkdir(join(parent, name));
  await writeFile(join(parent, name, 'owner'), host);
  return name;
}

test('what a killed process left is removed, and nothing else', async () => {
  await folderOf(NO_PROCESS, hostname());
  const kept = [
    await folderOf(NO_PROCESS - 1, 'another-host.example.com'),
    await folderOf(process.pid, hostname()),
  ];
  await mkdir(join(parent, 'firebreak-logs-notes'));
  const folder = await makePrivateFolder(parent);
  expect((await readdir(parent)).map((name) => join(parent, name)).sort()).toEqual(
    [...kept, 'firebreak-logs-notes']
      .map((name) => join(parent, name))
      .concat(folder)
      .sort(),
  );
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});
