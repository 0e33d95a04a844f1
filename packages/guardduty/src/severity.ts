export type SeverityLabel = 'Low' | 'Medium' | 'High' | 'Critical';

export interface Severity {
  /** 1.0 to 10.0. */
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
