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
  /** The role or user that its permissions come from; the role's session, where the records give no more than that. */
  readonly sessionIssuerArn: string | null;
  readonly roleName: string | null;
  /** The IAM user that its permissions come from; null for a role's session, and where no record names the user. */
  readonly userName: string | null;
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
  readonly account: string | null;
  readonly region: string | null;
}

/**
 * What a chain begins with. `iam-user`: a user whom the records name, but not the key: the console, or a session whose
 * issuance they do not have.
 */
export type RootKind =
  | 'long-term-key'
  | 'iam-user'
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
  /** The IAM user behind it, where a record names one: of a long-term key, of a session, or of the console. */
  readonly userName: string | null;
  /** The account that it belongs to, where that is known. */
  readonly account: string | null;
  readonly accessKeyId: string | null;
}

/** What the records leave open: where a chain could not be followed, or what it does not prove; and how to find out. */
export interface LineageGap {
  readonly what: string;
  readonly lookup: string;
}

/** A role whose sessions are in a lineage. */
export interface LineageRole {
  readonly role: string;
  readonly account: string | null;
}

/** An IAM user whose credentials are in a lineage. */
export interface LineageUser {
  readonly user: string;
  readonly account: string | null;
  /** The user's long-term key; null where only sessions of the user are in the lineage. */
  readonly accessKeyId: string | null;
}

/** Where a key came from, and what came from its root. */
export interface Lineage {
  readonly key: string;
  readonly chain: readonly LineageKey[];
  readonly root: LineageRoot;
  readonly gaps: readonly LineageGap[];
  /**
   * Every key that the chain's first key handed out, directly or through others, sessions and long-term keys; for an
   * EC2 instance also the other credentials that EC2 gave it, and what came from them. What has to be revoked.
   */
  readonly forward: readonly LineageKey[];
  /** The roles in chain and forward in the order in which they were assumed, callers without a key among them. */
  readonly roles: readonly LineageRole[];
  /** The IAM users in chain and forward, the root's first; a user once for each long-term key. */
  readonly users: readonly LineageUser[];
}
