import { Problem } from '@firebreak/problem';

/** The family of what can go wrong while CloudTrail logs are read. */
export abstract class CloudTrailProblem extends Problem {}

/** Thrown when a file or folder of logs is not there, or holds no CloudTrail record. */
export class LogsMissing extends CloudTrailProblem {}

/** Thrown when a log file is cut off, damaged, not JSON or cannot be opened, or a folder cannot be listed. */
export class LogUnreadable extends CloudTrailProblem {}

/** Thrown when a thread that searches log files ends before its work. */
export class ScanFailed extends CloudTrailProblem {}

/** Thrown when public keys or signatures that log files are to be proven with cannot be read. */
export class ProofUnreadable extends CloudTrailProblem {}
