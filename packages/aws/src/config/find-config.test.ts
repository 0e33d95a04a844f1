import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ConfigInvalid, ConfigMissing } from '../errors.ts';
import { findConfig } from './find-config.ts';

let folder = '';
const textOf = (home: string) =>
  `version: 1\naccounts: [{ id: "111111111111", name: one }]\nregions: { home: ${home} }\n`;

beforeEach(async () => {
  vi.stubEnv('FIREBREAK_CONFIG', undefined);
  folder = await mkdtemp(join(tmpdir(), 'firebreak-config-'));
  await mkdir(join(folder, 'a', 'b'), { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

test('the nearest file above is found, and a named one comes before it', async () => {
  const from = join(folder, 'a', 'b');
  await writeFile(join(folder, 'firebreak.yaml'), textOf('eu-west-1'));
  expect(await findConfig({ from })).toMatchObject({ path: join(folder, 'firebreak.yaml') });
  await writeFile(join(folder, 'a', 'firebreak.yaml'), textOf('eu-west-2'));
  expect(await findConfig({ from })).toMatchObject({ config: { regions: { home: 'eu-west-2' } } });
  const other = join(folder, 'other.yaml');
  await writeFile(other, textOf('eu-west-3'));
  vi.stubEnv('FIREBREAK_CONFIG', other);
  expect(await findConfig({ from })).toMatchObject({ path: other });
  const file = join(folder, 'firebreak.yaml');
  expect(await findConfig({ from, file })).toMatchObject({ config: { regions: { home: 'eu-west-1' } } });
});

test('a named file that is not there is a problem, and so is one that is a folder', async () => {
  const file = join(folder, 'nothing.yaml');
  await expect(findConfig({ file })).rejects.toThrow(ConfigMissing);
  await expect(findConfig({ file: folder })).rejects.toThrow('the file system refused');
});

test('mistakes are placed in the file, one a line', async () => {
  const file = join(folder, 'firebreak.yaml');
  await writeFile(file, 'version: 1\nacounts: []\n');
  const error = await findConfig({ file }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConfigInvalid);
  expect((error as ConfigInvalid).where?.split('\n')).toEqual([
    `${file}:1:1: "regions" is missing`,
    `${file}:2:1: unknown key "acounts"; did you mean "accounts"?`,
  ]);
});
