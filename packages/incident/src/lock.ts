import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IncidentLocked } from './errors.ts';

/** A process, and when it started: numbers are used again. */
interface Owner {
  readonly pid: number;
  /** The start time as `/proc` has it; empty where there is no `/proc`. */
  readonly started: string;
}

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
    if (owner !== undefined && owner.pid !== process.pid && isAlive(owner)) throw locked(folder, owner.pid);
    rmSync(path, { force: true });
    if (!take(path)) throw locked(folder, undefined);
  }
  return () => rmSync(path, { force: true });
}

/** The lock appears with its content or not at all: a link is made in one step, and not over another. */
function take(path: string): boolean {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, `${process.pid} ${statOf(process.pid)?.started ?? ''}\n`, { mode: 0o600 });
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function locked(where: string, pid: number | undefined): IncidentLocked {
  const who = pid === undefined ? 'another process' : `process ${pid}`;
  return new IncidentLocked(`Cannot open incident: ${who} has it open`, {
    where,
    remedy:
      pid === undefined ? 'Try again.' : `Go on in the other terminal, or end that process: kill ${pid}`,
  });
}

function ownerOf(path: string): Owner | undefined {
  try {
    const [pid, started = ''] = readFileSync(path, 'utf8').trim().split(' ');
    return Number.isInteger(Number(pid)) && Number(pid) > 0 ? { pid: Number(pid), started } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, started }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const stat = statOf(pid);
  if (stat === undefined) return true;
  return stat.state !== 'Z' && (started === '' || stat.started === started);
}

/** State and start time of a process. Source: proc_pid_stat(5); the name may hold blanks, so count from its end. */
function statOf(pid: number): { state: string; started: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', started: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}
