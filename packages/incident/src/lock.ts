import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IncidentLocked } from './errors.ts';
import { sha256 } from './hash.ts';
import { isLinked } from './is-linked.ts';

/** What a lock says: a process, when it started, since numbers are used again, and a word that no other lock has. */
interface Owner {
  readonly text: string;
  readonly pid: number;
  /** The start time as `/proc` has it; empty where there is no `/proc`. */
  readonly started: string;
}

/** The locks that this process holds, by their content. */
const held = new Set<string>();

/**
 * Takes a folder for this process, and returns how to give it back. A lock whose process is gone, because it was
 * killed, is taken over, by one process only.
 *
 * @throws {IncidentLocked} while another process on this machine has it, or this one has already.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock');
  const word = randomUUID();
  const own = `${process.pid} ${statOf(process.pid)?.started ?? ''} ${word}\n`;
  const file = `${path}.${word}`;
  try {
    writeFileSync(file, own, { mode: 0o600 });
    const other = take(path, file);
    if (other !== undefined) throw locked(folder, other.pid);
  } finally {
    rmSync(file, { force: true });
  }
  held.add(own);
  return () => {
    if (held.delete(own) && ownerOf(path)?.text === own) rmSync(path, { force: true });
  };
}

/**
 * Links a file to a path: it appears with its content or not at all, and never over another. Returns the living owner
 * that was there before, if there was one.
 *
 * A lock that was left behind may be removed only by whoever holds the claim on this very lock, which is a lock as
 * well, named after its content. So between looking at it again and removing it, it cannot become somebody else's.
 */
function take(path: string, file: string): Owner | undefined {
  while (true) {
    if (isLinked(file, path)) return undefined;
    const owner = ownerOf(path);
    if (owner === undefined) continue;
    if (isAlive(owner)) return owner;
    const claim = `${path}.${sha256(owner.text).slice(0, 16)}`;
    const rival = take(claim, file);
    if (rival !== undefined) return rival;
    try {
      if (ownerOf(path)?.text === owner.text) rmSync(path, { force: true });
    } finally {
      rmSync(claim, { force: true });
    }
  }
}

function locked(where: string, pid: number): IncidentLocked {
  if (pid === process.pid) {
    return new IncidentLocked('Cannot open incident: it is open already', {
      where,
      remedy: 'Close it first.',
    });
  }
  return new IncidentLocked(`Cannot open incident: process ${pid} has it open`, {
    where,
    remedy: `Go on in the other terminal, or end that process: kill ${pid}`,
  });
}

/** Nothing when there is no lock. One that cannot be understood belongs to nobody. */
function ownerOf(path: string): Owner | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    const [pid, started = ''] = text.trim().split(' ');
    return { text, pid: Number(pid), started };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive({ text, pid, started }: Owner): boolean {
  if (held.has(text)) return true;
  // Without a start time, this process and an earlier one with its number look the same; what it holds it knows.
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
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
