export type {
  AttackSequence,
  SequenceActor,
  SequenceEndpoint,
  SequenceIndicator,
  SequenceSignal,
} from './attack-sequence.ts';
export { ASFF_TYPES, asffTypesOf, findingTypeOfAsff } from './catalogue/asff-types.ts';
export { checkAsffTypes, checkFindingTypes } from './catalogue/check-finding-types.ts';
export {
  ATTACK_TACTICS,
  type AttackTactic,
  type DefaultSeverity,
  type FindingTypeEntry,
  type FindingTypeState,
  GENERAL_TRIAGE,
} from './catalogue/finding-type-entry.ts';
export { FINDING_TYPES, findingTypeEntry } from './catalogue/finding-types.ts';
export type { PassedOver, ReadFindingsOptions } from './collect-findings.ts';
export {
  FindingNotJson,
  FindingNotUnzipped,
  FindingProblem,
  FindingTooLarge,
  NotAFinding,
} from './errors.ts';
export type {
  Finding,
  FindingAction,
  FindingCredential,
  FindingGap,
  FindingShape,
  RemoteParty,
} from './finding.ts';
export type { FindingPrincipal, PrincipalType } from './finding-principal.ts';
export type { FindingResource } from './finding-resource.ts';
export { type FindingType, parseFindingType } from './finding-type.ts';
export { type ClientFor, connectGuardDuty } from './inbox/client-for.ts';
export {
  AccessRefused,
  GuardDutyNotEnabled,
  InboxProblem,
  NoAnswer,
  NoRegionRead,
  RequestRefused,
  SignInNeeded,
  SlowDown,
} from './inbox/errors.ts';
export {
  archiveFindings,
  type Feedback,
  type FindingChange,
  type FindingsOfDetector,
  giveFeedback,
  unarchiveFindings,
  undoOfChange,
} from './inbox/finding-change.ts';
export type { InboxFilter } from './inbox/inbox-filter.ts';
export type { InboxFinding, InboxProgress, RawFinding } from './inbox/inbox-finding.ts';
export { type ListFindingsOptions, listFindings } from './inbox/list-findings.ts';
export { sendFindingChange } from './inbox/send-change.ts';
export { newestFindings } from './newest-findings.ts';
export { parseFindings } from './parse-findings.ts';
export { readFindings } from './read-findings.ts';
export { type Severity, type SeverityLabel, severityOf } from './severity.ts';
