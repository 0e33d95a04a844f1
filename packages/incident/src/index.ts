export {
  EvidenceChanged,
  EvidenceUnwritable,
  IncidentLocked,
  IncidentMissing,
  IncidentProblem,
  JournalBroken,
  JournalUnwritable,
} from './errors.ts';
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
  StepSkipped,
} from './event.ts';
export { checkEvidence, type Evidence, writeDurably } from './evidence.ts';
export { sha256 } from './hash.ts';
export { Incident, journalPath, type OpenIncidentOptions } from './incident.ts';
export {
  type ContainmentState,
  type ContainmentStatus,
  type IncidentState,
  incidentState,
  NOTHING_YET,
  reduce,
  type StepStatus,
} from './incident-state.ts';
export { Journal, readJournal } from './journal.ts';
export { type IncidentReport, incidentReport } from './report/incident-report.ts';
export { reportAsHtml } from './report/report-as-html.ts';
export { reportAsMarkdown } from './report/report-as-markdown.ts';
