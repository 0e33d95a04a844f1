import type { FindingType } from './finding-type.ts';
import type { Severity } from './severity.ts';

/** The envelope that a finding came in. */
export type FindingShape = 'eventbridge' | 'get-findings' | 'bare';

/**
 * One GuardDuty finding, whichever way it was delivered. What the delivery does not say is absent, never invented.
 * Source: GuardDuty API Reference, "Finding"; GuardDuty User Guide, "EventBridge event schema".
 */
export interface Finding {
  /** 32 hexadecimal characters; updates of a finding keep it. */
  readonly id: string;
  readonly arn: string | undefined;
  readonly type: FindingType;
  readonly title: string;
  readonly description: string | undefined;
  readonly severity: Severity;
  readonly shape: FindingShape;
  /** The account that the finding was raised in, 12 digits. The key may belong to another one. */
  readonly accountId: string | undefined;
  readonly region: string | undefined;
  readonly partition: string | undefined;
  /** When GuardDuty first and last saw the activity; ISO 8601. */
  readonly firstSeen: string | undefined;
  readonly lastSeen: string | undefined;
  readonly createdAt: string | undefined;
  readonly updatedAt: string | undefined;
  readonly count: number | undefined;
  readonly archived: boolean | undefined;
  /** Made by GuardDuty's "generate sample findings": nothing in it exists, so nothing may be contained. */
  readonly sample: boolean;
  readonly resourceType: string | undefined;
  readonly credential: FindingCredential | undefined;
  readonly api: { readonly name: string; readonly service: string | undefined } | undefined;
  readonly remote: RemoteParty | undefined;
  /** The finding as it was delivered, without its envelope. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** `accessKeyDetails`: the credential that signed the calls. */
export interface FindingCredential {
  readonly accessKeyId: string | undefined;
  /** `AIDA…` for a user, `AROA…:session` for a role session, the account id for root. */
  readonly principalId: string | undefined;
  /** For `AssumedRole` this is the role's name. */
  readonly userName: string | undefined;
  /** `IAMUser`, `AssumedRole`, `Role`, `Root`, `FederatedUser`, … as in CloudTrail's userIdentity. */
  readonly userType: string | undefined;
}

export interface RemoteParty {
  readonly ip: string | undefined;
  readonly country: string | undefined;
  readonly asn: string | undefined;
  readonly organization: string | undefined;
}
