import { TrailIndex } from '../lineage/trail-index.ts';
import { readEvent } from '../read/read-event.ts';

/** The index of some records; what is no record is left out. */
export function indexOf(...records: unknown[]): TrailIndex {
  const index = new TrailIndex();
  for (const record of records) {
    const event = readEvent(record);
    if (event !== undefined) index.add(event);
  }
  return index;
}
