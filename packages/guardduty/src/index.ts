export { FindingNotJson, FindingProblem, NotAFinding } from './errors.ts';
export type { Finding, FindingCredential, FindingShape, RemoteParty } from './finding.ts';
export { type FindingType, parseFindingType } from './finding-type.ts';
export { parseFindings } from './parse-findings.ts';
export { type Severity, type SeverityLabel, severityOf } from './severity.ts';
