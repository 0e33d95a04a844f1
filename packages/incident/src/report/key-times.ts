import type { JournalEntry } from '../event.ts';
import type { ContainmentRecord } from './containment-record.ts';
import { durationInWords, readTime } from './duration.ts';
import type { IncidentReport } from './incident-report.ts';

/** A moment that a report is measured by. */
export interface KeyTime {
  readonly what: string;
  /** ISO 8601, or null when it has not come. */
  readonly at: string | null;
  /** How it lies to another moment, such as "8 minutes 12 seconds after opening", or why there is no time. */
  readonly note: string | null;
}

type Told = Pick<IncidentReport, 'finding' | 'containments' | 'outcome'>;

/** First seen, opened, first containment approved, all proven, closed: in this order, each with its distance. */
export function keyTimes(entries: readonly JournalEntry[], told: Told): readonly KeyTime[] {
  const firstSeen = told.finding?.firstSeen ?? null;
  const opened = entries.find(({ type }) => type === 'incident.opened')?.at ?? null;
  const approved = entries.find(({ type }) => type === 'containment.approved')?.at ?? null;
  const proven = provenTime(told.containments);
  const soFar = told.outcome === null ? ', so far' : '';
  const closed = told.outcome === null ? null : entries.findLast(({ type }) => type === 'incident.closed');
  const moment = (what: string, at: string | null, from: string | null, name: string, none: string) => ({
    what,
    at,
    note: at === null ? none : distance(at, from, name),
  });
  return [
    moment('First seen by GuardDuty', firstSeen, opened, 'opening', 'not in the finding'),
    moment('Incident opened', opened, firstSeen, 'first seen', 'not in the journal'),
    moment('First containment approved', approved, opened, 'opening', 'none was approved'),
    moment('All containments proven', proven.at, opened, `opening${soFar}`, proven.none),
    moment('Incident closed', closed?.at ?? null, opened, 'opening', 'still open'),
  ];
}

/** The containments that count: not replaced by a later plan of the same step, and not skipped. */
export function countedContainments(records: readonly ContainmentRecord[]): readonly ContainmentRecord[] {
  return records.filter(({ superseded, status }) => !superseded && status !== 'skipped');
}

function provenTime(records: readonly ContainmentRecord[]): { at: string | null; none: string } {
  const counted = countedContainments(records);
  const proven = counted.filter(({ status }) => status === 'proven');
  const last =
    proven
      .map(({ verdict }) => verdict?.at ?? '')
      .toSorted()
      .at(-1) ?? null;
  if (counted.length === 0) return { at: null, none: 'nothing was contained' };
  if (proven.length < counted.length)
    return { at: null, none: `${proven.length} of ${counted.length} proven` };
  return { at: last, none: '' };
}

function distance(at: string, from: string | null, name: string): string | null {
  const [time, start] = [readTime(at), readTime(from)];
  if (time === undefined || start === undefined) return null;
  return `${durationInWords(time - start)} ${time < start ? 'before' : 'after'} ${name}`;
}
