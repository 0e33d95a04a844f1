import { closeSync, type Dirent, existsSync, mkdirSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type IncidentOpened, incidentState, readJournal } from '@firebreak/incident';
import { safeText } from '@firebreak/untrusted';
import { UsageProblem } from '../errors.ts';

/** An incident that was begun and is not closed. */
export interface OpenIncident {
  readonly id: string;
  readonly folder: string;
}

const JOURNAL = 'journal.jsonl';
/** The first line of a journal holds a finding's summary. One that is longer is none of ours. */
const LONGEST_FIRST_LINE = 1 << 20;

/**
 * The newest incident below a folder that is about the same finding, reached AWS the same way, and is not closed.
 * Of others only the first line is read; one that cannot be read is passed over with a warning.
 *
 * @throws {JournalBroken} when the journal of an incident about this finding cannot be trusted.
 */
export function findOpenIncident(
  below: string,
  findingId: string,
  mode: string,
  warn: (line: string) => void = warnOnStandardError,
): OpenIncident | undefined {
  for (const id of incidentIds(below).reverse()) {
    const folder = join(below, id);
    const opened = openingOf(join(folder, JOURNAL), warn);
    const drill = (opened?.mode === 'drill') === (mode === 'drill');
    if (opened?.finding?.id !== findingId || !drill) continue;
    if (incidentState(readJournal(join(folder, JOURNAL))).outcome === undefined) return { id, folder };
  }
  return undefined;
}

/** The ids of all incidents below a folder, oldest first. @throws {UsageProblem} when it cannot be read. */
export function incidentIds(below: string): string[] {
  if (!existsSync(below)) return [];
  return foldersIn(below)
    .map(({ name }) => name)
    .filter((name) => existsSync(join(below, name, JOURNAL)))
    .sort();
}

function foldersIn(below: string): Dirent[] {
  try {
    return readdirSync(below, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  } catch (cause) {
    throw new UsageProblem(`Cannot look for incidents (${(cause as NodeJS.ErrnoException).code})`, {
      where: below,
      remedy: 'Choose a folder that you may read with --dir FOLDER.',
      cause,
    });
  }
}

/**
 * Makes a new incident's folder and returns its id: the time to the second, and what it is about; `-2` and so on when
 * that is taken. Two that begin in the same second never share one.
 *
 * @throws {UsageProblem} when the folder cannot be made.
 */
export function newIncidentId(below: string, about: string, now: Date): string {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const words = about
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const base = words === '' ? time : `${time}-${words}`;
  try {
    mkdirSync(below, { recursive: true, mode: 0o700 });
    let id = base;
    for (let number = 2; !isMade(join(below, id)); number += 1) id = `${base}-${number}`;
    return id;
  } catch (cause) {
    throw new UsageProblem(
      `Cannot begin incident: its folder cannot be made (${(cause as NodeJS.ErrnoException).code})`,
      { where: below, remedy: 'Choose a folder that you may write to with --dir FOLDER.', cause },
    );
  }
}

function isMade(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** What a journal's first line says; nothing when the journal has no whole line yet. */
function openingOf(path: string, warn: (line: string) => void): IncidentOpened | undefined {
  try {
    const line = firstLine(path);
    return line === undefined ? undefined : (JSON.parse(line) as IncidentOpened);
  } catch {
    warn(`firebreak: passed over ${safeText(path)}: its first line cannot be read`);
    return undefined;
  }
}

function firstLine(path: string): string | undefined {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(LONGEST_FIRST_LINE);
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(file, bytes, length, Math.min(1 << 14, bytes.length - length), null);
      const end = bytes.subarray(length, length + read).indexOf('\n');
      if (end !== -1) return bytes.toString('utf8', 0, length + end);
      if (read === 0) return undefined;
      length += read;
    }
    throw new RangeError('Cannot read first line: it is too long');
  } finally {
    closeSync(file);
  }
}

function warnOnStandardError(line: string): void {
  process.stderr.write(`${line}\n`);
}
