import type { CallRecord, ContainmentStatus } from './containment-record.ts';

/** How a containment's status reads in a sentence and on a badge. */
export const STATUS_WORDS: Readonly<Record<ContainmentStatus, string>> = {
  planned: 'planned, not approved',
  skipped: 'skipped',
  approved: 'approved, not applied',
  applied: 'applied, not read back',
  proven: 'proven',
  'not-proven': 'not proven',
  undoing: 'undo begun, not read back',
  undone: 'undone',
};

/** What is known of a changing call. */
export const CALL_OUTCOME_WORDS: Readonly<Record<CallRecord['outcome'], string>> = {
  returned: 'AWS took it',
  failed: 'failed, no effect',
  unknown: 'outcome unknown',
};
