export { CloudTrailProblem, LogsMissing, LogUnreadable } from './errors.ts';
export type { Issuance, TrailCall } from './issuance.ts';
export type {
  Lineage,
  LineageGap,
  LineageKey,
  LineageRole,
  LineageRoot,
  LineageUser,
  RootKind,
} from './lineage.ts';
export { lineageRoles } from './lineage-roles.ts';
export { lineageUsers } from './lineage-users.ts';
export { type ReadTrailOptions, readTrail, type TrailProgress } from './read-trail.ts';
export { traceKey } from './trace-key.ts';
export type { TrailEvent, TrailIdentity, TrailRecord } from './trail-event.ts';
export { indexTrail, type LineageSource, type NamedSessions, TrailIndex } from './trail-index.ts';
