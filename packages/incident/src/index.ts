export type {
  CallFailed,
  ContainmentApproved,
  EvidenceStored,
  Fact,
  FindingSummary,
  IncidentEvent,
  IncidentOpened,
  JournalEntry,
  LineageHop,
  Outcome,
  Purpose,
} from './event.ts';
