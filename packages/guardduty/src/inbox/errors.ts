import { Problem } from '@firebreak/problem';

/** The family of what can go wrong between firebreak and the GuardDuty service. */
export abstract class InboxProblem extends Problem {}

/** Thrown when there are no credentials, or the region does not take them. The call took no effect. */
export class SignInNeeded extends InboxProblem {}

/** Thrown when the caller may not make the call. It took no effect. */
export class AccessRefused extends InboxProblem {}

/** Thrown when GuardDuty does not accept the input of a call. It took no effect. */
export class RequestRefused extends InboxProblem {}

/** Thrown when GuardDuty asks to slow down and the SDK's retries are used up. The call took no effect. */
export class SlowDown extends InboxProblem {}

/** Thrown when no usable answer came. A change may or may not have taken effect. */
export class NoAnswer extends InboxProblem {}

/** Thrown when a region has no detector: GuardDuty is not enabled there, so nothing was watched. */
export class GuardDutyNotEnabled extends InboxProblem {}

/** Thrown when not one region could be read to its end. An empty inbox would say that all is quiet. */
export class NoRegionRead extends InboxProblem {}
