import { createHash } from 'node:crypto';
import type { IncidentEvent, JournalEntry } from '../../event.ts';

/** An event and when it was written, in seconds after the start of the journal. */
export type Told = readonly [second: number, event: IncidentEvent];

/** Entries as a journal would hold them, chained by hash. */
export function journalOf(start: string, told: readonly Told[]): readonly JournalEntry[] {
  let previous = '0'.repeat(64);
  return told.map(([second, event], index) => {
    const at = new Date(Date.parse(start) + second * 1_000).toISOString();
    const entry = { ...event, seq: index + 1, at, previous };
    previous = createHash('sha256').update(JSON.stringify(entry)).digest('hex');
    return entry;
  });
}
