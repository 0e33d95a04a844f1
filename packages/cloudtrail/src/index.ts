export { CloudTrailProblem, LogsMissing, LogUnreadable } from './errors.ts';
export type { Lineage, LineageGap, LineageKey, LineageRoot, RootKind } from './lineage.ts';
export { type ReadTrailOptions, readTrail, type TrailProgress } from './read-trail.ts';
export { traceKey } from './trace-key.ts';
export type { TrailEvent, TrailIdentity, TrailRecord } from './trail-event.ts';
export { type Issuance, indexTrail, type LineageSource, TrailIndex } from './trail-index.ts';
