export { CloudTrailProblem, LogsMissing, LogUnreadable, ProofUnreadable, ScanFailed } from './errors.ts';
export type { IntegrityWindow } from './integrity/chain-gaps.ts';
export type {
  CheckedDigest,
  CheckedFile,
  CheckedLog,
  DigestResult,
  GapReason,
  IntegrityChain,
  IntegrityGap,
  IntegrityReport,
  IntegrityVerdict,
  LogResult,
  NeededKeys,
  NeededSignature,
  Proof,
} from './integrity/integrity-report.ts';
export { type VerifyLogsOptions, verifyLogs } from './integrity/verify-logs.ts';
export type { Issuance } from './lineage/issuance.ts';
export type {
  GapKind,
  Lineage,
  LineageGap,
  LineageKey,
  LineageRole,
  LineageRoot,
  LineageUser,
  RootKind,
} from './lineage/lineage.ts';
export { lineageRoles } from './lineage/lineage-roles.ts';
export type {
  LineageCoverage,
  LineageSource,
  NamedKey,
  NamedSessions,
} from './lineage/lineage-source.ts';
export { lineageUsers } from './lineage/lineage-users.ts';
export type { LookupAnswer, LookupEvents, LookupInput, LookupPlace } from './lineage/lookup-events.ts';
export type { PaceClock } from './lineage/lookup-pace.ts';
export { type LookupProgress, LookupSource, type LookupSourceOptions } from './lineage/lookup-source.ts';
export { recordOfRow } from './lineage/record-of-row.ts';
export { type AskRows, LINEAGE_CALLS, type RowQuestion, RowSource } from './lineage/row-source.ts';
export { traceKey } from './lineage/trace-key.ts';
export type { TrailCall } from './lineage/trail-call.ts';
export type { TrailCaller } from './lineage/trail-caller.ts';
export { concernsLineage, indexTrail, TrailIndex } from './lineage/trail-index.ts';
export { type BrokenLog, logUnreadable } from './read/broken-log.ts';
export { type FindLogFilesOptions, findLogFiles, type LogFile } from './read/log-files.ts';
export type { LogWindow } from './read/log-window.ts';
export { readEvent } from './read/read-event.ts';
export { type ReadTrailOptions, readTrail, readTrailBatches, type TrailProgress } from './read/read-trail.ts';
export type { TrailEvent, TrailIdentity, TrailRecord } from './read/trail-event.ts';
export { utcTime } from './read/trail-time.ts';
export { FolderIndex } from './scan/folder-index.ts';
export { type IndexFolderOptions, indexFolder } from './scan/index-folder.ts';
export { type FoundRecord, type ScanRecordsOptions, scanRecords } from './scan/scan-records.ts';
export { addressBlock } from './timeline/address-block.ts';
export { type SubjectEventsOptions, subjectEvents } from './timeline/subject-events.ts';
export type {
  FirstSeen,
  FirstSeenKind,
  Tally,
  Timeline,
  TimelineCall,
  TimelineEntry,
  TimelineNote,
  TimelineOptions,
  TimelineQuiet,
  TimelineSubjects,
} from './timeline/timeline.ts';
export { timelineOf } from './timeline/timeline-of.ts';
