import type { AccessKeyKind } from '@firebreak/iam';
import type { AttackSequence } from './attack-sequence.ts';
import type { JsonObject } from './fields.ts';
import type { FindingPrincipal } from './finding-principal.ts';
import type { FindingResource } from './finding-resource.ts';
import type { FindingType } from './finding-type.ts';
import type { Severity } from './severity.ts';

/**
 * How a finding was delivered.
 *
 * `eventbridge`: `detail` of a "GuardDuty Finding" event. `get-findings`: a list, of the SDK, the CLI or raw HTTP.
 * `s3-export`: one of several JSON lines. `bare`: the finding alone. `lower-case`: a row of an Athena table.
 * `asff`: AWS Security Finding Format of Security Hub. `ocsf-2004`, `ocsf-2001`: OCSF Detection Finding, and the older
 * Security Finding.
 */
export type FindingShape =
  | 'eventbridge'
  | 'get-findings'
  | 's3-export'
  | 'bare'
  | 'lower-case'
  | 'asff'
  | 'ocsf-2004'
  | 'ocsf-2001';

/**
 * One GuardDuty finding, whichever way it was delivered. What the delivery does not say is absent, never invented.
 * Times are ISO 8601 text as delivered.
 * Source: GuardDuty API Reference, "Finding"; GuardDuty User Guide, "EventBridge event schema".
 */
export interface Finding {
  /** 32 hexadecimal characters; updates of a finding keep it. ASFF and OCSF hold it at the end of the ARN. */
  readonly id: string;
  readonly arn: string | undefined;
  readonly type: FindingType;
  readonly title: string;
  readonly description: string | undefined;
  readonly severity: Severity;
  readonly shape: FindingShape;
  /** The account that the finding was raised in, 12 digits. The key may belong to another one. */
  readonly accountId: string | undefined;
  /** For a global service this may differ from the Region in which GuardDuty saw the threat. */
  readonly region: string | undefined;
  readonly partition: string | undefined;
  /** When GuardDuty first and last saw the activity. */
  readonly firstSeen: string | undefined;
  readonly lastSeen: string | undefined;
  readonly createdAt: string | undefined;
  readonly updatedAt: string | undefined;
  readonly count: number | undefined;
  readonly archived: boolean | undefined;
  /** Made by GuardDuty's "generate sample findings": nothing in it exists, so nothing may be contained. */
  readonly sample: boolean;
  readonly resourceType: string | undefined;
  readonly resources: readonly FindingResource[];
  readonly credential: FindingCredential | undefined;
  readonly principal: FindingPrincipal | undefined;
  readonly action: FindingAction | undefined;
  readonly api: { readonly name: string; readonly service: string | undefined } | undefined;
  readonly remote: RemoteParty | undefined;
  /** For attack sequences only. */
  readonly sequence: AttackSequence | undefined;
  /** What a responder should fetch, since the finding does not tell it. Empty for a sample. */
  readonly gaps: readonly FindingGap[];
  /** The finding as it was delivered, without its envelope. */
  readonly raw: JsonObject;
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
  /** By the key id's prefix. */
  readonly kind: AccessKeyKind;
  /** The account that the key id itself holds, 12 digits; absent for ids of the old generation. */
  readonly ownerAccountId: string | undefined;
}

/** What was done. Source: GuardDuty API Reference, "Action". */
export interface FindingAction {
  /** `AWS_API_CALL`, `NETWORK_CONNECTION`, `DNS_REQUEST`, `PORT_PROBE`, … An open list. */
  readonly kind: string;
  /** For an API call: `Remote IP`, `Domain` when an AWS service called, … */
  readonly callerType: string | undefined;
  /** Present when the call failed. */
  readonly errorCode: string | undefined;
  readonly userAgent: string | undefined;
  /** The name that was looked up, or the AWS service that called. */
  readonly domain: string | undefined;
  readonly blocked: boolean | undefined;
  /** The delivery's own object, untouched. */
  readonly details: JsonObject | undefined;
}

/** The other end. */
export interface RemoteParty {
  readonly ip: string | undefined;
  readonly country: string | undefined;
  /** The autonomous system's number, digits only. */
  readonly asn: string | undefined;
  readonly organization: string | undefined;
  /** For a call out of another AWS account. */
  readonly accountId: string | undefined;
  /** Whether that account belongs to your environment, as GuardDuty knows it. */
  readonly affiliated: boolean | undefined;
}

/** Something that the finding does not tell, and where it can be found. */
export interface FindingGap {
  readonly what: string;
  readonly lookup: string;
}
