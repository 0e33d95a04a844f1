import type { AccessKeyKind } from '@firebreak/iam';

/** One key on the way from the root to the key that was asked for, oldest first. */
export interface LineageKey {
  readonly accessKeyId: string;
  readonly kind: AccessKeyKind;
  /** The key that signed the issuing call, or the service that made it; null for a root key. */
  readonly issuedBy: string | null;
  readonly eventId: string | null;
  readonly eventName: string | null;
  /** When it was issued, ISO 8601; null for a root key. */
  readonly time: string | null;
  /** Who asked for it. For a root key: whom the key belongs to. */
  readonly principalArn: string | null;
  /** The role or user that its permissions come from. */
  readonly sessionIssuerArn: string | null;
  readonly roleName: string | null;
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
  readonly account: string | null;
  readonly region: string | null;
}

export type RootKind =
  | 'long-term-key'
  | 'root-user-key'
  | 'ec2-instance'
  | 'aws-service'
  | 'identity-center-user'
  | 'saml-user'
  | 'web-identity-user'
  | 'unknown';

/** Where a chain of keys begins. */
export interface LineageRoot {
  readonly kind: RootKind;
  /** The user, instance, subject or service. */
  readonly name: string;
  /** The IAM user that a long-term key belongs to, where an event says so. */
  readonly userName: string | null;
  readonly accessKeyId: string | null;
}

/** Why a chain could not be followed further, and what would close the gap. */
export interface LineageGap {
  readonly what: string;
  readonly lookup: string;
}

/** Where a key came from, and what came from its root. */
export interface Lineage {
  readonly key: string;
  readonly chain: readonly LineageKey[];
  readonly root: LineageRoot;
  readonly gaps: readonly LineageGap[];
  /** Every session that the chain's first key issued, directly or through others; what has to be revoked. */
  readonly forward: readonly LineageKey[];
}
