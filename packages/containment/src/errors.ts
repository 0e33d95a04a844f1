import { Problem } from '@firebreak/problem';

/** The family of what can go wrong while a containment is planned, applied, proven or undone. */
export abstract class ContainmentProblem extends Problem {}

/** Thrown when an action is asked for that does not exist. */
export class ActionUnknown extends ContainmentProblem {}

/** Thrown when a target is missing, has the wrong form, or cannot be contained by this action. */
export class TargetInvalid extends ContainmentProblem {}

/** Thrown when the change would not fit IAM's quota. */
export class QuotaExceeded extends ContainmentProblem {}

/** Thrown when the state is neither what the plan started from nor what it leads to: somebody else changed it. */
export class StateChanged extends ContainmentProblem {}

/** Thrown when undoing would bring a danger back and was not forced. */
export class UndoNeedsForce extends ContainmentProblem {}

/** Thrown when nothing that firebreak could send would put back the state from before. */
export class CannotBeUndone extends ContainmentProblem {}

/** Thrown when advice is asked for about nothing. */
export class AdviceImpossible extends ContainmentProblem {}
