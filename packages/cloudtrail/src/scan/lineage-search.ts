import { type DeliveryText, isBetweenRecordsOnly } from './delivery-text.ts';
import type { FileFindings } from './file-part.ts';
import { foundRecords } from './found-records.ts';
import { markOf, markOfBytes } from './mark.ts';
import { isAt, NeedleFinder } from './needle-finder.ts';
import { sessionMark } from './session-mark.ts';
import { type TextValue, textValueAt } from './text-value.ts';
import { KnownTimes, TimeSpan } from './time-span.ts';

/** Calls that are logged in two accounts begin like this; one of the two copies may not name the key. */
const SHARED_CALL = '"Assume';
/** Stands in the record of a switch of role in the console. */
export const SWITCH = 'SwitchRole';
export const SWITCH_MARK = markOf(SWITCH);

/**
 * What a record holds that hands out a key, that makes a credential which is no key, or that switches the role in the
 * console. Names and quotes only, so that white space does not matter.
 */
const WANTED = [
  '"credentials"',
  '"CreateAccessKey"',
  '"CreateLoginProfile"',
  '"UpdateLoginProfile"',
  '"CreateServiceSpecificCredential"',
];

/** The needles by their place in the list; what comes behind them makes a record wanted. */
const KEY = 0;
const SHARED = 1;
const TIME = 2;
const SWITCHED = 3;
/** Cut so that they are long and end in what is rare. The rest of a field's name is compared when the needle is found. */
const NEEDLES = ['accessKeyId', 'sharedEventI', ',"eventTime', `${SWITCH}"`];
const RESTS = ['"', 'D"', '"'].map((rest) => Buffer.from(rest));

interface Hit {
  readonly at: number;
  /** Absent where the needle alone makes the record wanted. */
  readonly mark: number | undefined;
}

/** Finds the records that a lineage may need, and notes which keys each file mentions. */
export class LineageSearch {
  readonly #finder: NeedleFinder;
  readonly #times = new KnownTimes();

  /** @param needles More texts whose records are wanted. */
  constructor(needles: readonly (string | Uint8Array)[]) {
    this.#finder = new NeedleFinder([...NEEDLES, ...WANTED, ...needles]);
  }

  delivery(delivery: DeliveryText, findings: FileFindings): boolean {
    const { text } = delivery;
    const hits: Hit[] = [];
    const times = new TimeSpan(delivery, this.#times);
    const records = foundRecords(delivery, this.#finder, (at, needle) => {
      if (needle === TIME) {
        times.add(this.#valueAt(text, at, TIME));
        return false;
      }
      const mark = this.#markAt(text, at, needle);
      if (mark === undefined && needle <= SHARED) return false;
      if (needle === KEY) addSession(text, at, findings);
      hits.push({ at, mark });
      return needle !== KEY;
    });
    const ends = isBetweenRecordsOnly(delivery) ? times.ends() : undefined;
    if (ends === undefined) return false;
    for (const time of ends) findings.addTime(time);
    for (const { mark } of hits) if (mark !== undefined) findings.addMark(mark);
    addRecords(records, text, hits, findings);
    return true;
  }

  record(text: Buffer, findings: FileFindings): void {
    const marks: number[] = [];
    let isWanted = false;
    this.#finder.find(text, (at, needle) => {
      const mark = this.#markAt(text, at, needle);
      if (mark !== undefined) marks.push(mark);
      if (needle === KEY && mark !== undefined) addSession(text, at, findings);
      if (needle >= SWITCHED || (needle === SHARED && text.includes(SHARED_CALL))) isWanted = true;
    });
    for (const mark of marks) findings.addMark(mark);
    if (isWanted) findings.addRecord(text, marks);
  }

  #markAt(text: Buffer, at: number, needle: number): number | undefined {
    if (needle === SWITCHED) return SWITCH_MARK;
    if (needle !== KEY && needle !== SHARED) return undefined;
    const value = this.#valueAt(text, at, needle);
    return value === undefined ? undefined : markOfBytes(text, value.start, value.end);
  }

  #valueAt(text: Buffer, at: number, needle: number): TextValue | undefined {
    const rest = RESTS[needle];
    const end = at + this.#finder.lengthOf(needle);
    return rest !== undefined && isAt(text, end, rest) ? textValueAt(text, end + rest.length) : undefined;
  }
}

function addSession(text: Buffer, at: number, findings: FileFindings): void {
  const mark = sessionMark(text, at);
  if (mark !== undefined) findings.addMark(mark);
}

/** Adds each record with the marks that lie in it; one that is wanted only because it is shared must be a call of STS. */
function addRecords(
  records: readonly Buffer[],
  text: Buffer,
  hits: readonly Hit[],
  findings: FileFindings,
): void {
  let next = 0;
  for (const record of records) {
    const start = record.byteOffset - text.byteOffset;
    const marks: number[] = [];
    let isWanted = false;
    while ((hits[next]?.at ?? Number.POSITIVE_INFINITY) < start) next += 1;
    for (let hit = hits[next]; hit !== undefined && hit.at < start + record.length; hit = hits[next]) {
      if (hit.mark !== undefined) marks.push(hit.mark);
      if (hit.mark === undefined || hit.mark === SWITCH_MARK) isWanted = true;
      next += 1;
    }
    if (isWanted || record.includes(SHARED_CALL)) findings.addRecord(record, marks);
  }
}
