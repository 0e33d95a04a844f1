export type SeverityLabel = 'Low' | 'Medium' | 'High' | 'Critical' | 'Unknown';

export interface Severity {
  /**
   * GuardDuty's number, 1.0 to 10.0. Where a delivery gives only the label, this is the lowest number of its band;
   * where it gives neither, it is 0. `Finding.gaps` says so in both cases.
   */
  readonly value: number;
  readonly label: SeverityLabel;
}

/**
 * The four bands: Low from 1.0, Medium from 4.0, High from 7.0, Critical from 9.0.
 * Source: GuardDuty User Guide, "Severity levels of GuardDuty findings".
 */
export function severityOf(value: number): Severity {
  return { value, label: value >= 9 ? 'Critical' : value >= 7 ? 'High' : value >= 4 ? 'Medium' : 'Low' };
}

/** What a delivery without any severity gets. */
export const UNKNOWN_SEVERITY: Severity = { value: 0, label: 'Unknown' };

/** The severity for a label of ASFF or OCSF, such as `LOW`; nothing for `INFORMATIONAL`, which GuardDuty lacks. */
export function severityOfLabel(label: string): Severity | undefined {
  return BANDS.get(label.toUpperCase());
}

const BANDS = new Map([
  ['LOW', severityOf(1)],
  ['MEDIUM', severityOf(4)],
  ['HIGH', severityOf(7)],
  ['CRITICAL', severityOf(9)],
]);
