/** One value or several, as policy documents allow almost everywhere. */
export type OneOrMany<T> = T | readonly T[];

/** One statement of a policy. Source: IAM User Guide, "IAM JSON policy elements reference". */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: OneOrMany<string>;
  readonly NotAction?: OneOrMany<string>;
  readonly Resource?: OneOrMany<string>;
  readonly NotResource?: OneOrMany<string>;
  readonly Principal?: '*' | Readonly<Record<string, OneOrMany<string>>>;
  readonly NotPrincipal?: '*' | Readonly<Record<string, OneOrMany<string>>>;
  /** Operator to condition key to values, such as `{ DateLessThan: { 'aws:TokenIssueTime': '…' } }`. */
  readonly Condition?: Readonly<
    Record<string, Readonly<Record<string, OneOrMany<string | number | boolean>>>>
  >;
}

/** An identity, resource, session, boundary or service control policy. */
export interface PolicyDocument {
  readonly Version?: '2012-10-17' | '2008-10-17';
  readonly Id?: string;
  readonly Statement: OneOrMany<Statement>;
}

/**
 * The size that IAM counts against its quota: characters without white space.
 * Source: IAM User Guide, "IAM and AWS STS quotas" (reference_iam-quotas). Service control policies count white space.
 */
export function policySize(document: PolicyDocument | string): number {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return text.replace(/\s/g, '').length;
}

/**
 * The inline policy sizes, summed over one identity, that IAM allows; not adjustable.
 * Source: IAM User Guide, "IAM and AWS STS quotas".
 */
export const INLINE_POLICY_QUOTA = { user: 2_048, group: 5_120, role: 10_240 } as const;
