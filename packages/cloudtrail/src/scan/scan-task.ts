import type { DeliveryText } from './delivery-text.ts';
import type { FileFindings } from './file-part.ts';
import { LineageSearch } from './lineage-search.ts';
import { NeedleSearch } from './needle-search.ts';

/** What all files are searched for. */
export interface ScanTask {
  /** `needles`: records that hold a needle. `lineage`: those, and records that a lineage may need, with their marks. */
  readonly kind: 'needles' | 'lineage';
  readonly needles: readonly (string | Uint8Array)[];
}

/** Searches file after file. */
export interface FileSearch {
  /**
   * Searches a delivery file by its bytes.
   *
   * @returns whether that could be done; else the file is read record by record, and nothing was added.
   */
  delivery(text: DeliveryText, findings: FileFindings): boolean;
  /** Looks at one record, as compact JSON. */
  record(text: Buffer, findings: FileFindings): void;
}

export function fileSearch({ kind, needles }: ScanTask): FileSearch {
  return kind === 'needles' ? new NeedleSearch(needles) : new LineageSearch(needles);
}
