import type { Phase } from './advice-record.ts';

/** A type of credential that was recognised. */
export interface Recognised {
  readonly id: string;
  readonly name: string;
  /** Which one it is: `user build-bot in account 111111111111, key AKIA…`. */
  readonly what: string;
  /** Why we think so, as a clause. */
  readonly why: string;
  /** What disabling the key would do. */
  readonly disablingTheKey: string;
}

/** Something that no action binds, and where to go instead. */
export interface Refusal {
  readonly type: string;
  readonly what: string;
  readonly why: string;
  readonly instead: string;
}

export interface AdviceStep {
  /** From 1. */
  readonly order: number;
  readonly phase: Phase;
  readonly action: string;
  readonly title: string;
  readonly by: 'firebreak' | 'hand';
  readonly target: Readonly<Record<string, string>>;
  /** The account to work in, 12 digits; null where it is not known, or is the organisation's management account. */
  readonly account: string | null;
  readonly where: 'account' | 'management';
  readonly why: string;
  readonly stops: readonly string[];
  readonly doesNotStop: readonly string[];
  readonly onlyIf?: string;
  /** Whether firebreak can plan it as it stands: the action exists, and target and account are known. */
  readonly available: boolean;
  /** What has to be found out first: target fields and `account`. */
  readonly missing: readonly string[];
  /** Commands as words, not quoted; CAPITALS are for a person to replace. */
  readonly byHand: readonly (readonly string[])[];
}

/** What is not known and matters, and how to find it out. */
export interface OpenQuestion {
  readonly what: string;
  readonly how: string;
  readonly command: string | null;
}

/** A saved query to run next. */
export interface NextQuery {
  readonly trick: string;
  readonly survives: string;
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Parameters that have to be found out first. */
  readonly missing: readonly string[];
}

/** What to do about a credential and all that came from it. */
export interface Advice {
  readonly credentials: readonly Recognised[];
  readonly refusals: readonly Refusal[];
  /** In the order in which they are done. */
  readonly steps: readonly AdviceStep[];
  /** What cannot be done at all. */
  readonly cannot: readonly string[];
  readonly open: readonly OpenQuestion[];
  readonly queries: readonly NextQuery[];
  /** What to save first, and how it is undone. */
  readonly rollback: readonly string[];
  readonly sources: readonly string[];
}
