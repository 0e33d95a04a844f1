import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { IncidentMissing } from './errors.ts';
import type { IncidentEvent, JournalEntry } from './event.ts';
import { type Evidence, storeEvidence } from './evidence.ts';
import { type IncidentState, incidentState, reduce } from './incident-state.ts';
import { Journal } from './journal.ts';
import { lockFolder } from './lock.ts';

const JOURNAL = 'journal.jsonl';

export interface OpenIncidentOptions {
  readonly clock: () => Date;
  /** Called after an event is on disk; awaited, so that listeners see events in order. */
  readonly onEvent?: (entry: JournalEntry) => void | Promise<void>;
}

/** An incident's folder: the journal, the evidence, the state that they add up to. One program writes at a time. */
export class Incident implements Disposable {
  readonly folder: string;
  readonly #journal: Journal;
  readonly #unlock: () => void;
  readonly #onEvent: ((entry: JournalEntry) => void | Promise<void>) | undefined;
  #state: IncidentState;

  private constructor(folder: string, journal: Journal, unlock: () => void, options: OpenIncidentOptions) {
    this.folder = folder;
    this.#journal = journal;
    this.#unlock = unlock;
    this.#onEvent = options.onEvent;
    this.#state = incidentState(journal.entries);
  }

  /**
   * Opens an incident's folder, or begins one.
   *
   * @throws {JournalBroken} when the journal cannot be trusted.
   * @throws {IncidentLocked} when another firebreak has it open.
   */
  static open(folder: string, options: OpenIncidentOptions): Incident {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const unlock = lockFolder(folder);
    try {
      return new Incident(folder, Journal.open(join(folder, JOURNAL), options.clock), unlock, options);
    } catch (error) {
      unlock();
      throw error;
    }
  }

  get state(): IncidentState {
    return this.#state;
  }

  get entries(): readonly JournalEntry[] {
    return this.#journal.entries;
  }

  /** Writes an event down. It is on disk, and every listener has seen it, when this resolves. */
  async record(event: IncidentEvent): Promise<void> {
    const entry = this.#journal.append(event);
    this.#state = reduce(this.#state, event);
    await this.#onEvent?.(entry);
  }

  async keep(evidence: Evidence): Promise<void> {
    await this.record(storeEvidence(this.folder, this.#state.evidenceCount + 1, evidence));
  }

  [Symbol.dispose](): void {
    this.#journal.close();
    this.#unlock();
  }
}

/** The path of a folder's journal. @throws {IncidentMissing} when the folder holds none. */
export function journalPath(folder: string): string {
  const path = join(folder, JOURNAL);
  if (existsSync(path)) return path;
  throw new IncidentMissing('Cannot open incident: the folder holds no journal', {
    where: folder,
    remedy: 'Give the folder of an incident, such as incidents/20260914T093000Z-leaked-access-key.',
  });
}
