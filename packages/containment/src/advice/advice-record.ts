import type { Fact } from './fact.ts';

/** A condition on one fact: one of these values, a regular expression that finds something in it, or absence. */
export type Condition =
  | { readonly fact: Fact; readonly is: readonly string[] }
  | { readonly fact: Fact; readonly like: string }
  | { readonly fact: Fact; readonly absent: true };

/** Recognises the credential when every condition holds. */
export interface Sign {
  readonly when: readonly Condition[];
  /** As a clause: "userType is Root". */
  readonly why: string;
}

/**
 * The order in which one credential is contained. An intruder who still has IAM permissions can delete a deny before
 * it takes effect everywhere, so what they cannot reach comes first.
 * Source: IAM User Guide, "Troubleshoot IAM", "Changes that I make are not always immediately visible".
 */
export const PHASES = ['scp', 'deny', 'keys', 'sign-in', 'sessions', 'trust', 'source', 'host'] as const;
export type Phase = (typeof PHASES)[number];

/** One thing to do about a credential. */
export interface RecordAction {
  readonly phase: Phase;
  /** Of `ACTIONS`; or for `by: hand` a name of its own. */
  readonly action: string;
  readonly by: 'firebreak' | 'hand';
  /** One line in the imperative; `{fact}` stands for a value. */
  readonly title: string;
  /** Target field to fact, or to `=` and a word that is always the same. */
  readonly target?: Readonly<Record<string, string>>;
  /** Where it is done: in the credential's own account, or in the organisation's management account. */
  readonly where: 'account' | 'management';
  readonly why: string;
  readonly stops: readonly string[];
  readonly doesNotStop: readonly string[];
  /** Present when it is not always right: the condition, as a clause behind "only if". */
  readonly onlyIf?: string;
  /** Facts without which it makes no sense and is left out, such as a source identity that the session does not have. */
  readonly needs?: readonly Fact[];
  /** Commands as words; `{fact}` stands for a value, CAPITALS for what a person has to put there. */
  readonly lines?: readonly (readonly string[])[];
}

/** What to do about one type of credential. */
export interface AdviceRecord {
  readonly id: string;
  readonly name: string;
  /** Any one of them recognises it. */
  readonly signs: readonly Sign[];
  readonly disablingTheKey: string;
  /** Present when nothing in IAM binds it, or nothing may be contained. */
  readonly refusal?: { readonly why: string; readonly instead: string };
  readonly actions: readonly RecordAction[];
  readonly cannot: readonly string[];
  readonly rollback: readonly string[];
  /** Ids of {@link PersistenceCheck}. */
  readonly checks: readonly string[];
  /** Titles of pages, with the guide that they are in. */
  readonly sources: readonly string[];
}

/** A way back in that an intruder may have left behind, and the saved queries that show it. */
export interface PersistenceCheck {
  readonly id: string;
  readonly trick: string;
  /** What it survives. */
  readonly survives: string;
  readonly queries: readonly {
    readonly name: string;
    /** Parameter to fact. */
    readonly with?: Readonly<Record<string, Fact>>;
  }[];
}
