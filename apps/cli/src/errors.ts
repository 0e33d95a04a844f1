import { Problem } from '@firebreak/problem';

/** The family of what can go wrong in the command itself. */
export abstract class CliProblem extends Problem {}

/** Thrown when arguments cannot be used. */
export class UsageProblem extends CliProblem {}

/** Thrown when a file that was asked for cannot be written. */
export class OutputFailed extends CliProblem {}
