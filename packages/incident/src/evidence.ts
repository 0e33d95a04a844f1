import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { EvidenceChanged, EvidenceUnwritable } from './errors.ts';
import type { EvidenceStored, JournalEntry } from './event.ts';
import { sha256 } from './hash.ts';
import { isLinked } from './is-linked.ts';

/** What to keep, and what to say of it. */
export interface Evidence {
  readonly step: string | null;
  /** File name, such as `key-activity.json`. */
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly what: string;
}

const FOLDER = 'evidence';
/** File systems take 255 bytes. */
const LONGEST_NAME = 120;

/**
 * Writes a file of evidence and returns the event that records it. The bytes are kept as they came; nothing that is
 * shown elsewhere is written here. A file appears whole or not at all, is on disk when this returns, and is never
 * written over: when a crash has left a file of this name that no journal knows, the number counts on.
 *
 * @param number Goes in front of the name, so that files stand in the order in which they were found.
 * @throws {EvidenceUnwritable} when the disk does not take it.
 */
export function storeEvidence(folder: string, number: number, evidence: Evidence): EvidenceStored {
  const { step, what } = evidence;
  const bytes = Buffer.from(evidence.content as string);
  const below = join(folder, FOLDER);
  try {
    const name = writeNew(below, number, fileName(evidence.name), bytes);
    const path = `${FOLDER}/${name}`;
    return { type: 'evidence.stored', step, path, sha256: sha256(bytes), bytes: bytes.length, what };
  } catch (cause) {
    throw new EvidenceUnwritable(
      `Cannot write evidence: ${(cause as NodeJS.ErrnoException).code ?? 'the disk refused the file'}`,
      { where: below, remedy: 'Make room on the disk, or make the folder writable, then try again.', cause },
    );
  }
}

/**
 * Compares every file of evidence with its hash in the journal.
 *
 * @throws {EvidenceChanged} at the first that is missing or differs.
 */
export function checkEvidence(folder: string, entries: readonly JournalEntry[]): number {
  const stored = entries.filter((entry) => entry.type === 'evidence.stored');
  for (const { path, sha256: expected } of stored) {
    const actual = hashOf(join(folder, path));
    if (actual !== expected)
      throw changed(join(folder, path), actual === undefined ? 'it is missing' : 'it was changed');
  }
  return stored.length;
}

/** Letters, digits, dots and lines only, and no longer than a file system takes; the ending stays. */
function fileName(name: string): string {
  const harmless = name.replace(/[^\w.-]+/g, '-');
  const ending = extname(harmless).length <= 10 ? extname(harmless) : '';
  return harmless.length <= LONGEST_NAME
    ? harmless
    : `${harmless.slice(0, LONGEST_NAME - ending.length)}${ending}`;
}

function writeNew(below: string, first: number, name: string, bytes: Buffer): string {
  for (let number = first; ; number += 1) {
    const numbered = `${String(number).padStart(3, '0')}-${name}`;
    if (writeDurably(join(below, numbered), bytes)) return numbered;
  }
}

/**
 * Writes beside the place and links the file there, in one step: it appears whole or not at all, and is on disk when
 * this returns. Returns false, and leaves what is there as it is, when the path is taken.
 */
export function writeDurably(path: string, content: string | Uint8Array): boolean {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, `.${randomUUID()}.part`);
  try {
    const file = openSync(temporary, 'wx', 0o600);
    try {
      writeFileSync(file, Buffer.from(content as string));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (!isLinked(temporary, path)) return false;
  } finally {
    rmSync(temporary, { force: true });
  }
  flush(folder);
  return true;
}

/** A new name is on disk when its folder is. Windows cannot open a folder, and writes names at once. */
function flush(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function hashOf(path: string): string | undefined {
  try {
    return sha256(readFileSync(path));
  } catch {
    return undefined;
  }
}

function changed(where: string, why: string): EvidenceChanged {
  return new EvidenceChanged(`Cannot trust evidence: ${why} since it was stored`, {
    where,
    remedy: 'Keep the folder as it is and compare it with a copy.',
  });
}
