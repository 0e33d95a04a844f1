import { Problem } from '@firebreak/problem';

/** The family of what can go wrong while a finding is read. */
export abstract class FindingProblem extends Problem {}

/** Thrown when the text is not JSON, or is nested too deeply to be a finding. */
export class FindingNotJson extends FindingProblem {}

/** Thrown when the JSON holds no GuardDuty finding in any shape that is known. */
export class NotAFinding extends FindingProblem {}

/** Thrown when one JSON document is larger than a finding or a page of findings can be. */
export class FindingTooLarge extends FindingProblem {}

/** Thrown when gzip data is damaged or cut off. */
export class FindingNotUnzipped extends FindingProblem {}
