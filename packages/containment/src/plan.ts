import type { ApiCall } from '@firebreak/aws';

/** A JSON value: what the state of a thing in AWS looks like when it is read and shown. */
export type State = string | number | boolean | null | readonly State[] | { readonly [key: string]: State };

/**
 * A change to AWS as a value: everything that a responder has to see before approving it, and everything that is
 * needed to apply, prove and undo it. Plans are JSON and live in the incident's journal.
 */
export interface Plan {
  /** The action's name, such as `deactivate-access-key`. */
  readonly action: string;
  readonly target: Readonly<Record<string, string>>;
  /** The account that is changed, 12 digits. */
  readonly account: string;
  /** One line in the imperative: "Deactivate access key AKIA… of user build-bot". */
  readonly title: string;
  /** The state that was read when the plan was made. */
  readonly before: State;
  /** What was read beside it, for the responder to know; reading back leaves it out. */
  readonly noted?: State;
  /** What reading again must return once the plan is applied. */
  readonly after: State;
  /** The changing calls, in order. */
  readonly calls: readonly ApiCall[];
  /** The calls that put `before` back, in order. */
  readonly undo: readonly ApiCall[];
  /** What ends when this is applied, a sentence each. */
  readonly stops: readonly string[];
  /** What goes on in spite of it, a sentence each. */
  readonly doesNotStop: readonly string[];
  /** IAM actions that the caller needs for reading, applying and undoing. */
  readonly permissions: readonly string[];
  /** Sessions issued before this moment are revoked; ISO 8601 once the plan is approved, absent where it means nothing. */
  readonly cutOff?: string;
  /** Why undoing this needs force; absent when it does not. */
  readonly undoNeedsForce?: string;
  /** What is lost for good, then what a person can do about it, a sentence each; absent when nothing is. */
  readonly cannotBeUndone?: readonly string[];
  /** SHA-256 of the plan as it is shown; the approval names it. */
  readonly hash: string;
}
