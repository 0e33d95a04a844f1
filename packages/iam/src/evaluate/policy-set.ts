import type { PolicyDocument } from '../policy-document.ts';

/** A policy and the name that a decision calls it by. */
export interface NamedPolicy {
  readonly name: string;
  readonly document: PolicyDocument;
}

/**
 * All policies that apply to one principal and one resource of the same account.
 * Leave `serviceControl` out for the management account and for service-linked roles: they are not bound by it.
 */
export interface PolicySet {
  /** Of the user and its groups, or of the role. The root user has none; what is given for it is not read. */
  readonly identity: readonly NamedPolicy[];
  readonly boundary?: NamedPolicy;
  /** Passed when the session was made. They add up, and what they allow together limits the session. */
  readonly session?: readonly NamedPolicy[];
  /** One list per level: the root of the organization, each unit down, the account. */
  readonly serviceControl?: readonly (readonly NamedPolicy[])[];
  /** The policy of the resource itself, such as a bucket, key or trust policy. */
  readonly resource?: NamedPolicy;
}

/** How a policy is attached, in the words of a decision. */
export type PolicyKind =
  | 'identity policy'
  | 'permissions boundary'
  | 'session policy'
  | 'service control policy'
  | 'resource policy';
