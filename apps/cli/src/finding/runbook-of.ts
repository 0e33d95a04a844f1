import { findingTypeEntry, GENERAL_TRIAGE } from '@firebreak/guardduty';
import { type Runbook, selectRunbook } from '@firebreak/runbook';

/** The runbook for a finding type: by the catalogue, or for a type that it does not know by the runbooks' own lists. */
export function runbookOf(type: string, runbooks: readonly Runbook[]): Runbook | undefined {
  const entry = findingTypeEntry(type);
  if (entry === undefined) return selectRunbook(runbooks, type);
  return runbooks.find(({ id }) => id === entry.runbook);
}

/** Its id, or the word for findings that no runbook covers. */
export function runbookIdOf(type: string, runbooks: readonly Runbook[]): string {
  return runbookOf(type, runbooks)?.id ?? GENERAL_TRIAGE;
}
