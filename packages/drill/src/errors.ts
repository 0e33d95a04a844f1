import { Problem } from '@firebreak/problem';

/** The family of what can go wrong with a drill. What AWS itself would answer is thrown as the SDK's exceptions. */
export abstract class DrillProblem extends Problem {}

/** Thrown when no scenario has the name that was asked for. */
export class ScenarioUnknown extends DrillProblem {}

/** Thrown when a file of a scenario cannot be read or is no YAML or JSON. */
export class ScenarioUnreadable extends DrillProblem {}

/** Thrown when a file of a scenario does not fit its schema, or two files contradict each other. */
export class ScenarioInvalid extends DrillProblem {}

/** Thrown when a drill's folder holds something else: another drill, or files that no drill made. */
export class DrillFolderTaken extends DrillProblem {}

/** Thrown when the saved state of a simulated organisation, or a file beside it, cannot be read back. */
export class DrillStateUnreadable extends DrillProblem {}

/** Thrown when the state cannot be written. The call that was being answered took no effect. */
export class DrillStateUnwritable extends DrillProblem {}

/** Thrown when a client sends a command that the simulated organisation does not know, instead of guessing. */
export class CommandNotSimulated extends DrillProblem {}

/** Thrown when a drill asks for an account that its organisation does not have. */
export class AccountUnknown extends DrillProblem {}
