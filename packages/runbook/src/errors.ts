import { Problem } from '@firebreak/problem';
import { formatMessage, type LintMessage } from './format/lint-message.ts';

/** The family of what can go wrong with a runbook, or while one is walked through. */
export abstract class RunbookProblem extends Problem {}

/** Thrown when a runbook has mistakes that a linter finds; `messages` says all of them. */
export class RunbookMalformed extends RunbookProblem {
  readonly messages: readonly LintMessage[];

  constructor(path: string, messages: readonly LintMessage[]) {
    const [first] = messages;
    super(`Cannot use runbook: ${messages.length} mistake${messages.length === 1 ? '' : 's'}`, {
      where: messages.map(formatMessage).join('\n'),
      remedy: `Mend ${first === undefined ? path : `line ${first.line}`}, then check with: firebreak runbook lint`,
    });
    this.messages = messages;
  }
}

/** Thrown when no runbook covers a finding, or the one that was asked for is not there. */
export class RunbookMissing extends RunbookProblem {}

/** Thrown when an incident is resumed with another runbook than it was begun with. */
export class RunbookChanged extends RunbookProblem {}

/** Thrown when a step needs logs, and none were given. */
export class LogsNotGiven extends RunbookProblem {}

/** Thrown when a step needs a value that nobody has given or found. */
export class ValueMissing extends RunbookProblem {}

/** Thrown when something would be contained because of a sample finding. */
export class SampleFinding extends RunbookProblem {}

/** Thrown when a change was applied and reading back does not show it. */
export class NotProven extends RunbookProblem {}

/** Thrown when an expression cannot be worked out on the values that are there. */
export class ExpressionFailed extends RunbookProblem {}
