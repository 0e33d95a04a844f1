import { Problem } from '@firebreak/problem';

/** The family of what can go wrong while a finding is read. */
export abstract class FindingProblem extends Problem {}

/** Thrown when the text is not JSON. */
export class FindingNotJson extends FindingProblem {}

/** Thrown when the JSON is no GuardDuty finding in any shape that is known. */
export class NotAFinding extends FindingProblem {}
