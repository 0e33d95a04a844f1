import { type DeliveryText, isBetweenRecordsOnly } from './delivery-text.ts';
import type { FileFindings } from './file-part.ts';
import { foundRecords } from './found-records.ts';
import { NeedleFinder } from './needle-finder.ts';

/** Finds the records that hold a needle. */
export class NeedleSearch {
  readonly #finder: NeedleFinder;

  constructor(needles: readonly (string | Uint8Array)[]) {
    this.#finder = new NeedleFinder(needles);
  }

  delivery(text: DeliveryText, findings: FileFindings): boolean {
    const records = foundRecords(text, this.#finder);
    if (records.length > 0 && !(isBetweenRecordsOnly(text) && records.every(isJson))) return false;
    for (const record of records) findings.addRecord(record);
    return true;
  }

  record(text: Buffer, findings: FileFindings): void {
    if (this.#finder.isIn(text)) findings.addRecord(text);
  }
}

function isJson(text: Buffer): boolean {
  try {
    JSON.parse(text.toString());
    return true;
  } catch {
    return false;
  }
}
