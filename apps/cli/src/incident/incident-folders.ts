import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { incidentState, readJournal } from '@firebreak/incident';

/** An incident that was begun and is not closed. */
export interface OpenIncident {
  readonly id: string;
  readonly folder: string;
}

/**
 * The newest incident below a folder that is about the same finding, reached AWS the same way, and is not closed.
 *
 * @throws {JournalBroken} when its journal cannot be trusted.
 */
export function findOpenIncident(below: string, findingId: string, mode: string): OpenIncident | undefined {
  for (const id of incidentIds(below).reverse()) {
    const folder = join(below, id);
    const { opened, outcome } = incidentState(readJournal(join(folder, 'journal.jsonl')));
    const drill = (opened?.mode === 'drill') === (mode === 'drill');
    if (opened?.finding.id === findingId && drill && outcome === undefined) return { id, folder };
  }
  return undefined;
}

/** The ids of all incidents below a folder, oldest first. */
export function incidentIds(below: string): string[] {
  if (!existsSync(below)) return [];
  const folders = readdirSync(below, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name }) => name)
    .filter((name) => existsSync(join(below, name, 'journal.jsonl')))
    .sort();
}

/** A new incident's id: the time to the second, and what it is about; `-2` and so on when that is taken. */
export function newIncidentId(below: string, about: string, now: Date): string {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const words = about
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const base = words === '' ? time : `${time}-${words}`;
  let id = base;
  for (let number = 2; existsSync(join(below, id)); number += 1) id = `${base}-${number}`;
  return id;
}
