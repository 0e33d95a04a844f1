import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import type { BrokenLog } from '../read/broken-log.ts';
import { call, USER_KEY, userIdentity } from '../testing/records.ts';

const folder = mkdtempSync(join(tmpdir(), 'firebreak-closed-'));
afterAll(() => {
  vi.doUnmock('node:fs/promises');
  vi.resetModules();
  rmSync(folder, { recursive: true });
});

/** The superuser may list any folder, so that a folder's mode proves nothing. Modules that are loaded keep what they have. */
async function withClosedFolder(): Promise<typeof import('./index-folder.ts')> {
  vi.doMock('node:fs/promises', async (original) => {
    const real = await original<typeof import('node:fs/promises')>();
    const readdir = async (path: string, options: { withFileTypes: true }) => {
      if (path.endsWith('closed')) throw Object.assign(new Error('no'), { code: 'EACCES' });
      return real.readdir(path, options);
    };
    return { ...real, readdir };
  });
  vi.resetModules();
  return import('./index-folder.ts');
}

test('a folder that cannot be listed is named, and the others are gone through', async () => {
  const closed = join(folder, 'closed');
  await mkdir(closed);
  const record = call(userIdentity(USER_KEY), 'ListBuckets', '2026-09-14T08:00:00Z');
  writeFileSync(join(folder, 'open.json'), JSON.stringify({ Records: [record] }));
  const { indexFolder } = await withClosedFolder();
  const broken: BrokenLog[] = [];
  const index = await indexFolder(folder, USER_KEY, { onBroken: (log) => broken.push(log) });
  expect(await index.identityOf(USER_KEY)).toMatchObject({ userName: 'build-bot' });
  expect(broken).toEqual([{ path: closed, byte: 0, records: 0, why: 'the folder cannot be listed: EACCES' }]);
  await expect(indexFolder(folder, USER_KEY)).rejects.toMatchObject({ name: 'LogUnreadable', where: closed });
});
