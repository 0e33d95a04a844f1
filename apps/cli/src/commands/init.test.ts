import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findConfig } from '@firebreak/aws';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EXIT } from '../exit-codes.ts';
import type { InitFlags } from '../init/init-flags.ts';
import { initCommand } from './init.ts';

let folder = '';
const flags = (more: Partial<InitFlags> = {}): InitFlags => ({
  file: join(folder, 'firebreak.yaml'),
  accounts: ['111111111111=hub', '222222222222'],
  production: ['222222222222'],
  regions: [],
  home: 'eu-central-1',
  input: false,
  ...more,
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firebreak-init-'));
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});

afterEach(() => rm(folder, { recursive: true }));

test('flags make a configuration that is read back', async () => {
  expect(await initCommand(flags({ role: 'Responder', workgroup: 'forensics' }))).toBe(EXIT.done);
  expect((await findConfig({ file: flags().file }))?.config).toMatchObject({
    accounts: [
      { id: '111111111111', name: 'hub', production: false },
      { id: '222222222222', name: '222222222222', production: true },
    ],
    access: { role: 'Responder' },
    athena: { workgroup: 'forensics' },
  });
  expect(await readdir(folder)).toEqual(['firebreak.yaml']);
});

test('a file that is there is written over only when that is asked for', async () => {
  await writeFile(flags().file, 'mine');
  await expect(initCommand(flags())).rejects.toThrow('there is a file already');
  expect(await readFile(flags().file, 'utf8')).toBe('mine');
  expect(await initCommand(flags({ force: true }))).toBe(EXIT.done);
  expect(await readFile(flags().file, 'utf8')).toContain('eu-central-1');
});

test.each([
  [{ accounts: [] }, '--accounts is missing'],
  [{ administrator: '333333333333' }, 'it has a mistake'],
  [{ accounts: ['1=hub'] }, 'it has a mistake'],
  [{ file: join(tmpdir(), 'firebreak-nowhere', 'x.yaml') }, 'the file system refused'],
])('%j writes nothing', async (more, message) => {
  await expect(initCommand(flags(more))).rejects.toThrow(message);
  expect(await readdir(folder)).toEqual([]);
});
