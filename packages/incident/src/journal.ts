import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { JournalBroken, JournalUnwritable } from './errors.ts';
import type { IncidentEvent, JournalEntry } from './event.ts';
import { sha256 } from './hash.ts';

const NO_LINE_BEFORE = '0'.repeat(64);

/**
 * An incident's journal: JSON lines, only ever appended to, each with the SHA-256 of the line before, so that a line
 * cannot be changed, removed or put in later without breaking the chain. A line is on disk before `append` returns.
 */
export class Journal {
  readonly #path: string;
  readonly #file: number;
  readonly #clock: () => Date;
  readonly #entries: JournalEntry[];
  #previous: string;
  /** Where the last whole line ends. */
  #length: number;
  #isCutOff = false;

  private constructor(path: string, file: number, text: string, clock: () => Date) {
    const { entries, previous } = parseJournal(text, path);
    this.#path = path;
    this.#file = file;
    this.#entries = entries;
    this.#previous = previous;
    this.#length = Buffer.byteLength(text);
    this.#clock = clock;
  }

  /**
   * Opens a journal, or begins one. A last line that a crash cut off is dropped: what it would have said never
   * became true for anybody.
   *
   * @throws {JournalBroken} when the chain does not hold, naming the line.
   */
  static open(path: string, clock: () => Date): Journal {
    const file = openSync(path, 'a+', 0o600);
    try {
      const text = readFileSync(file, 'utf8');
      const whole = text.slice(0, text.lastIndexOf('\n') + 1);
      const journal = new Journal(path, file, whole, clock);
      if (whole.length < text.length) journal.#cutBack();
      return journal;
    } catch (error) {
      closeSync(file);
      throw error;
    }
  }

  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  /** @throws {JournalUnwritable} when the disk does not take the line; then nothing of it stays. */
  append(event: IncidentEvent): JournalEntry {
    const entry: JournalEntry = {
      seq: this.#entries.length + 1,
      at: this.#clock().toISOString(),
      ...event,
      previous: this.#previous,
    };
    const line = JSON.stringify(entry);
    this.#write(Buffer.from(`${line}\n`));
    this.#previous = sha256(line);
    this.#entries.push(entry);
    return entry;
  }

  #write(bytes: Buffer): void {
    try {
      if (this.#isCutOff) this.#cutBack();
      this.#isCutOff = true;
      writeFileSync(this.#file, bytes);
      fsyncSync(this.#file);
      this.#isCutOff = false;
      this.#length += bytes.length;
    } catch (cause) {
      this.#tryToCutBack();
      throw new JournalUnwritable(
        `Cannot write the journal: ${(cause as NodeJS.ErrnoException).code ?? 'the disk refused the line'}`,
        {
          where: this.#path,
          remedy: 'Make room on the disk, or make it writable, then run the same command again: it resumes.',
          cause,
        },
      );
    }
  }

  /** What cannot be cut off now is cut off before the next line, or when the journal is opened again. */
  #tryToCutBack(): void {
    try {
      this.#cutBack();
    } catch {}
  }

  #cutBack(): void {
    ftruncateSync(this.#file, this.#length);
    this.#isCutOff = false;
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Reads a journal without opening it for writing. A last line that was cut off is passed over. */
export function readJournal(path: string): readonly JournalEntry[] {
  const text = readFileSync(path, 'utf8');
  return parseJournal(text.slice(0, text.lastIndexOf('\n') + 1), path).entries;
}

function parseJournal(text: string, path: string): { entries: JournalEntry[]; previous: string } {
  const entries: JournalEntry[] = [];
  let previous = NO_LINE_BEFORE;
  for (const [index, line] of text.split('\n').slice(0, -1).entries()) {
    const entry = parseLine(line, `${path}:${index + 1}`);
    if (entry.seq !== index + 1 || entry.previous !== previous) {
      throw broken(
        `${path}:${index + 1}`,
        'the line does not follow from the one before: a line was changed, removed or put in',
      );
    }
    entries.push(entry);
    previous = sha256(line);
  }
  return { entries, previous };
}

function parseLine(line: string, where: string): JournalEntry {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && 'type' in value) return value as JournalEntry;
  } catch (cause) {
    throw broken(where, 'the line is not JSON', cause);
  }
  throw broken(where, 'the line is no event');
}

function broken(where: string, why: string, cause?: unknown): JournalBroken {
  return new JournalBroken(`Cannot trust the journal: ${why}`, {
    where,
    remedy: 'Keep the folder as it is and compare it with a copy. Begin a new incident with --new to go on.',
    cause,
  });
}
