import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { CacheBusy } from '../../errors.ts';
import { isAlive } from '../private-folder.ts';

const LOCK = 'lock';
/** A lock of another machine, whose processes cannot be asked, counts for a day. */
const FOREIGN_MS = 24 * 60 * 60 * 1_000;

/**
 * Takes the one right to write into a cache, and returns what gives it back. The lock of a process that is gone is taken
 * over.
 * @throws {CacheBusy} when a process that is still there has it.
 */
export async function lockCache(folder: string): Promise<() => Promise<void>> {
  const lock = join(folder, LOCK);
  const own = `${process.pid} ${hostname()} ${crypto.randomUUID()}`;
  const draft = join(folder, `lock-${crypto.randomUUID()}.tmp`);
  await writeFile(draft, own, { mode: 0o600, flag: 'wx' });
  try {
    // A link is made whole or not at all, and fails when there is a lock.
    for (let attempt = 0; !(await linked(draft, lock)); attempt += 1) {
      const holder = await readFile(lock, 'utf8').catch(() => undefined);
      if (holder === undefined) continue;
      if (attempt > 2 || (await isHeld(lock, holder))) throw busy(folder);
      await dropStale(lock, holder);
    }
  } finally {
    await rm(draft, { force: true });
  }
  return async () => {
    if ((await readFile(lock, 'utf8').catch(() => undefined)) === own) await rm(lock, { force: true });
  };
}

async function linked(draft: string, lock: string): Promise<boolean> {
  try {
    await link(draft, lock);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  }
}

async function isHeld(lock: string, holder: string): Promise<boolean> {
  const [id = '', host = ''] = holder.split(' ');
  if (host === hostname()) return isAlive(Number(id));
  const made = (await stat(lock).catch(() => undefined))?.mtimeMs ?? 0;
  return Date.now() - made < FOREIGN_MS;
}

/** Moves a lock away, and back when somebody took it over in the meantime. */
async function dropStale(lock: string, holder: string): Promise<void> {
  const moved = `${lock}-${crypto.randomUUID()}.tmp`;
  await rename(lock, moved).catch(() => {});
  const found = await readFile(moved, 'utf8').catch(() => holder);
  if (found !== holder) await link(moved, lock).catch(() => {});
  await rm(moved, { force: true });
}

function busy(folder: string): CacheBusy {
  return new CacheBusy('Cannot convert logs: another firebreak is converting the same folder', {
    where: folder,
    remedy: 'Wait until it is done, or end it.',
  });
}
