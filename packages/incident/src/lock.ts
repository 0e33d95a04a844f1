import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IncidentLocked } from './errors.ts';

/**
 * Takes a folder for this process, and returns how to give it back. A lock whose process is gone, because it was
 * killed, is taken over.
 *
 * @throws {IncidentLocked} while another process on this machine has it.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock');
  if (!take(path)) {
    const owner = ownerOf(path);
    if (owner !== undefined && owner !== process.pid && isAlive(owner))
      throw locked(folder, `process ${owner}`);
    rmSync(path, { force: true });
    if (!take(path)) throw locked(folder, 'another process');
  }
  return () => rmSync(path, { force: true });
}

function take(path: string): boolean {
  try {
    writeFileSync(path, `${process.pid}\n`, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function locked(where: string, who: string): IncidentLocked {
  return new IncidentLocked(`Cannot open incident: ${who} has it open`, {
    where,
    remedy: 'Go on in the other terminal, or end that process.',
  });
}

function ownerOf(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
