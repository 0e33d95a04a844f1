import { mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { SpoolFailed } from '../errors.ts';

const NAME = /^firebreak-logs-(?<process>\d+)-[^-]+$/;
const OWNER = 'owner';

/**
 * Makes a folder (mode 0700) that only this process uses, and removes those of processes of this machine that were
 * killed before they could do it themselves.
 * @throws {SpoolFailed} when none can be made.
 */
export async function makePrivateFolder(parent: string): Promise<string> {
  await sweep(parent).catch(() => {});
  try {
    // DuckDB compares the folders it may read by their real paths.
    const folder = await realpath(await mkdtemp(join(parent, `firebreak-logs-${process.pid}-`)));
    await writeFile(join(folder, OWNER), hostname(), { mode: 0o600 });
    return folder;
  } catch (cause) {
    throw new SpoolFailed('Cannot prepare logs for queries: no private folder can be made', {
      remedy: 'Set TMPDIR to a folder that you may write to.',
      where: parent,
      cause,
    });
  }
}

export async function removePrivateFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const owner = NAME.exec(name)?.groups?.['process'];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const folder = join(parent, name);
    if (await isOwn(folder)) await removePrivateFolder(folder).catch(() => {});
  }
}

/** Process ids mean nothing on another machine, nor in a container that shares the folder. */
async function isOwn(folder: string): Promise<boolean> {
  const { uid } = await stat(folder);
  if (uid !== (process.getuid?.() ?? uid)) return false;
  return (await readFile(join(folder, OWNER), 'utf8').catch(() => '')) === hostname();
}

/** Whether a process of this machine runs. */
export function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
