import { Problem } from '@firebreak/problem';

/** The family of what can go wrong on the way to AWS. */
export abstract class AwsProblem extends Problem {}

/** Thrown when AWS answers that the thing does not exist. */
export class NotFound extends AwsProblem {}

/** Thrown when AWS refuses the call: the caller may not, or the input is not accepted. The call took no effect. */
export class CallRefused extends AwsProblem {}

/** Thrown when AWS asks to slow down and retries are used up. The call took no effect. */
export class CallThrottled extends AwsProblem {}

/** Thrown when no answer came: the call may or may not have taken effect, so read back before anything else. */
export class OutcomeUnknown extends AwsProblem {}

/** Thrown when there are no credentials to call AWS with, or they have expired. */
export class CredentialsMissing extends AwsProblem {}

/** Thrown when an operation is not in the table of operations that firebreak knows. */
export class UnknownOperation extends AwsProblem {}

/** Thrown when the responder, asked to run a call by hand, did not. */
export class NotRunByHand extends AwsProblem {}

/** Thrown when the configuration that was named or found cannot be read. */
export class ConfigMissing extends AwsProblem {}

/** Thrown when the configuration has mistakes. Its place has one line `file:line:column: what` for each. */
export class ConfigInvalid extends AwsProblem {}
