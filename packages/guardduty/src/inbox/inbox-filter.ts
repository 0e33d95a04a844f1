import type { Condition } from '@aws-sdk/client-guardduty';
import type { RawFinding } from './inbox-finding.ts';

/** Which findings to list. What is absent, or an empty list, does not narrow. */
export interface InboxFilter {
  readonly regions: readonly string[];
  /** 1.0 to 10.0, and everything above it. */
  readonly minimumSeverity?: number;
  /** Finding types by name; `*` stands for anything, as in `*:IAMUser/*`. */
  readonly types?: readonly string[];
  /** Accounts, 12 digits each, that findings were raised in. The administrator sees those of its members. */
  readonly accounts?: readonly string[];
  /** Findings updated at this moment or later. */
  readonly since?: Date;
  /** Only archived findings, or only those that are not. Absent: both. */
  readonly archived?: boolean;
  /** How many findings at most, over all regions. */
  readonly limit?: number;
}

/** A filter in two parts: what GuardDuty is asked for, and what is left to look at here. */
export interface NarrowedFilter {
  readonly criterion: Record<string, Condition>;
  readonly wanted: (finding: RawFinding) => boolean;
}

/** A condition takes at most this many values. */
const MOST_VALUES = 50;

/**
 * Puts as much of a filter as possible into ListFindings' criteria. They compare whole numbers only, take at most 50
 * values, and have no wildcards (`Matches` is for saved filters alone): the rest is checked on each finding.
 * Source: GuardDuty API Reference, "ListFindings" and "Condition".
 */
export function narrowFilter(filter: InboxFilter): NarrowedFilter {
  const { minimumSeverity = 0, types = [], accounts = [], since, archived } = filter;
  const criterion: Record<string, Condition> = {};
  if (minimumSeverity > 0) criterion['severity'] = { GreaterThanOrEqual: Math.floor(minimumSeverity) };
  if (since !== undefined) criterion['updatedAt'] = { GreaterThanOrEqual: since.getTime() };
  if (archived !== undefined) criterion['service.archived'] = { Equals: [String(archived)] };
  if (fits(accounts)) criterion['accountId'] = { Equals: [...accounts] };
  if (fits(types) && !types.some((type) => type.includes('*'))) criterion['type'] = { Equals: [...types] };

  const ofAccount = oneOf(accounts);
  const ofType = oneOf(types);
  return {
    criterion,
    wanted: ({ Severity, AccountId, Type }) =>
      (minimumSeverity <= 0 || Number(Severity) >= minimumSeverity) && ofAccount(AccountId) && ofType(Type),
  };
}

function fits(values: readonly string[]): boolean {
  return values.length > 0 && values.length <= MOST_VALUES;
}

function oneOf(patterns: readonly string[]): (value: unknown) => boolean {
  if (patterns.length === 0) return () => true;
  const exact = new Set(patterns.filter((pattern) => !pattern.includes('*')));
  const globs = patterns.filter((pattern) => pattern.includes('*')).map(globOf);
  return (value) => typeof value === 'string' && (exact.has(value) || globs.some((glob) => glob.test(value)));
}

function globOf(pattern: string): RegExp {
  const literals = pattern.split(/\*+/).map((literal) => literal.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${literals.join('.*')}$`, 's');
}
