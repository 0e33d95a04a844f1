import type { Api, ApiCall } from '@firebreak/aws';
import type { State } from './plan.ts';

export type Target = Readonly<Record<string, string>>;

/** What an action needs to be told, and how to check it. */
export interface TargetField {
  readonly description: string;
  readonly pattern: RegExp;
}

/** What a plan is made for. */
export interface ActionContext {
  /** The incident's id; it names what we create, so that undoing finds it. */
  readonly incident: string;
  /** The account to change, 12 digits. */
  readonly account: string;
  /**
   * Sessions issued before this moment are revoked, ISO 8601. Until the approval it is a sentence, since the moment
   * is not known yet.
   */
  readonly issuedBefore: string;
  /** Present when a plan is read back: the state that it leads to, which says where to look. */
  readonly after?: State;
  /** What {@link Action.read} noted beside the state, once it has. */
  readonly noted?: State;
}

/** What was read: the state that the change is about, and what it only has to fit beside. */
export interface Reading {
  readonly state: State;
  /** What the responder has to know, and what the change leaves alone. The approval covers it; reading back does not. */
  readonly noted?: State;
  /** Characters that the other inline policies fill. Others may change them; that is no business of the change. */
  readonly otherInlineSize?: number;
}

/** A change, worked out from the state before it. */
export interface Change {
  readonly title: string;
  readonly after: State;
  readonly calls: readonly ApiCall[];
  readonly undo: readonly ApiCall[];
  readonly stops: readonly string[];
  readonly doesNotStop: readonly string[];
  /** Present when the change is about sessions issued before {@link ActionContext.issuedBefore}. */
  readonly cutOff?: string;
  readonly undoNeedsForce?: string;
  /** IAM actions that this way needs for reading, when they are fewer than {@link Action.reads}. */
  readonly reads?: readonly string[];
  /** What {@link Change.undo} does not bring back, then what a person can do about it, a sentence each. */
  readonly cannotBeUndone?: readonly string[];
}

/** One way to contain something. Reading is its only contact with AWS; the change itself is a value. */
export interface Action {
  readonly name: string;
  /** What it does, in one line. */
  readonly summary: string;
  readonly target: Readonly<Record<string, TargetField>>;
  /** Whether sending its calls a second time is accepted and leaves the same state. */
  readonly repeatable: boolean;
  /** IAM actions that {@link Action.read} may need. */
  readonly reads: readonly string[];
  /** Reads the state that the change is about. Reading twice without a change in between gives equal values. */
  read(target: Target, api: Api, context: ActionContext): Promise<Reading>;
  /**
   * Works out the change; pure.
   *
   * @throws {ContainmentProblem} when the state does not allow it.
   */
  change(target: Target, before: State, context: ActionContext): Change;
  /**
   * Checks before the approval that the change fits the quota.
   *
   * @throws {QuotaExceeded} when it does not.
   */
  checkQuota?(target: Target, otherInlineSize: number): void;
}

/** Names of IAM users and roles. Source: IAM API Reference, `existingUserNameType` and `roleNameType`. */
export const IAM_NAME = /^[\w+=,.@-]{1,128}$/;
/** Source: IAM API Reference, `accessKeyIdType`. */
export const ACCESS_KEY_ID = /^\w{16,128}$/;
/** Source: IAM API Reference, `roleSessionNameType`; STS API Reference, "AssumeRole". */
export const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
