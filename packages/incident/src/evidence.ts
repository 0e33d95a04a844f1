import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EvidenceChanged } from './errors.ts';
import type { EvidenceStored, JournalEntry } from './event.ts';
import { sha256 } from './hash.ts';

/** What to keep, and what to say of it. */
export interface Evidence {
  readonly step: string | null;
  /** File name, such as `key-activity.json`. */
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly what: string;
}

/**
 * Writes a file of evidence and returns the event that records it. The bytes are kept as they came; nothing that is
 * shown elsewhere is written here. A name that is taken gets a number, since evidence is never written over.
 *
 * @param number Goes in front of the name, so that files stand in the order in which they were found.
 */
export function storeEvidence(folder: string, number: number, evidence: Evidence): EvidenceStored {
  const { step, what } = evidence;
  const bytes = Buffer.from(evidence.content as string);
  const path = `evidence/${String(number).padStart(3, '0')}-${evidence.name.replace(/[^\w.-]+/g, '-')}`;
  writeDurably(join(folder, path), bytes);
  return { type: 'evidence.stored', step, path, sha256: sha256(bytes), bytes: bytes.length, what };
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

/** A file appears whole or not at all, and is on disk when this returns. */
export function writeDurably(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.part`;
  const file = openSync(temporary, 'w', 0o600);
  try {
    writeSync(file, Buffer.from(content as string));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
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
