import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSavedQueries } from './saved-queries.ts';

test('readSavedQueries() says which folder cannot be read', async () => {
  const folder = join(tmpdir(), 'firebreak-no-such-folder');
  await expect(readSavedQueries(folder)).rejects.toMatchObject({
    name: 'SavedQueryUnreadable',
    where: folder,
    cause: { code: 'ENOENT' },
  });
});

test('readSavedQueries() names the malformed file and leaves other files alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'firebreak-queries-'));
  try {
    await writeFile(join(folder, 'notes.md'), 'x');
    expect(await readSavedQueries(folder)).toEqual(new Map());
    await writeFile(join(folder, 'a.sql'), 'SELECT 1');
    await expect(readSavedQueries(folder)).rejects.toMatchObject({
      where: `${join(folder, 'a.sql')}:1:1`,
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});
