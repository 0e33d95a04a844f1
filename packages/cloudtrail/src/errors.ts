import { Problem } from '@firebreak/problem';

/** The family of what can go wrong while CloudTrail logs are read. */
export abstract class CloudTrailProblem extends Problem {}

/** Thrown when a file or folder of logs is not there, or holds no CloudTrail record. */
export class LogsMissing extends CloudTrailProblem {}

/** Thrown when a log file is cut off, damaged or not JSON. */
export class LogUnreadable extends CloudTrailProblem {}
