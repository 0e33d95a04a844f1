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
  /** The name of the role session, which its caller chose. */
  readonly sessionName: string | null;
  /** The source identity of the session: set once, it stays through all roles that are assumed from there. */
  readonly sourceIdentity: string | null;
  /** When a session began whose issuing call is not known, ISO 8601; null where `time` says it, and for root keys. */
  readonly sessionCreated: string | null;
  /** Joins the copies of the issuing call that several accounts have. */
  readonly sharedEventId: string | null;
}

/**
 * What a chain begins with. `iam-user`: a user whom the records name, but not the key: the console, or a session whose
 * issuance they do not have. `root-user`: the same for the root user.
 */
export type RootKind =
  | 'long-term-key'
  | 'iam-user'
  | 'root-user-key'
  | 'root-user'
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
  /** The SAML or OIDC provider that vouched for the subject. */
  readonly provider: string | null;
  /** The id of the IAM Identity Center user on whose behalf calls were made. */
  readonly userId: string | null;
  /** The source identity of the chain's sessions. At times it is all that is left of who it was. */
  readonly sourceIdentity: string | null;
}

/**
 * Which gap it is:
 * - `key-never-seen`: no record is signed by the key or hands it out.
 * - `issuance-not-in-logs`: the key is used; the call that handed it out should be in the records, and is not.
 * - `beyond-retention`: the key's session began before the first record.
 * - `other-account`: the issuing call came from another account, and only that account's copy names the key.
 * - `console-role-switch`: somebody switched roles in the console, which makes keys that no record hands out.
 * - `console-sign-in`: a session of the console, begun with a password and not with a key.
 * - `caller-without-key`: the issuing call names its caller, but no key that signed it.
 * - `service-issued`: an AWS service handed the key out; who made it do so is in other records.
 * - `made-by-hand`: a long-term key was made by another key; that its maker is the intruder does not follow.
 * - `other-credential`: a password or the like was made; what is done with it does not name a key of this lineage.
 * - `unexplained-session`: a session bears an instance's name, and no record says that EC2 gave it to the instance.
 * - `loop`: the records contradict each other.
 * - `source-unavailable`: a region, account or file could not be asked, or not to its end.
 * - `account-differs`: the key belongs to another account than the finding is about.
 */
export type GapKind =
  | 'key-never-seen'
  | 'issuance-not-in-logs'
  | 'beyond-retention'
  | 'other-account'
  | 'console-role-switch'
  | 'console-sign-in'
  | 'caller-without-key'
  | 'service-issued'
  | 'made-by-hand'
  | 'other-credential'
  | 'unexplained-session'
  | 'loop'
  | 'source-unavailable'
  | 'account-differs';

/** What the records leave open: where a chain could not be followed, or what it does not prove; and how to find out. */
export interface LineageGap {
  readonly kind: GapKind;
  readonly what: string;
  /** How to close it, in words and with the command. */
  readonly lookup: string;
  /** The command alone, to be copied; null where there is none. */
  readonly command: string | null;
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
   * EC2 instance also the other credentials that EC2 gave it, and what came from them. What has to be revoked. A key
   * whose issuing call is not in the records is among them only where AWS itself says that the instance was given it.
   */
  readonly forward: readonly LineageKey[];
  /** The roles in chain and forward in the order in which they were assumed, callers without a key among them. */
  readonly roles: readonly LineageRole[];
  /** The IAM users in chain and forward, the root's first; a user once for each long-term key. */
  readonly users: readonly LineageUser[];
}
