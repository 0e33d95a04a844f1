import type { FindingResource } from './finding-resource.ts';

/**
 * What an `AttackSequence:…` finding joins together. Its own `resource` says nothing but "AttackSequence".
 * Source: GuardDuty API Reference, "Sequence", "Actor", "Signal", "Indicator", "NetworkEndpoint".
 */
export interface AttackSequence {
  readonly uid: string | undefined;
  readonly description: string | undefined;
  readonly actors: readonly SequenceActor[];
  readonly signals: readonly SequenceSignal[];
  readonly indicators: readonly SequenceIndicator[];
  readonly endpoints: readonly SequenceEndpoint[];
  readonly resources: readonly FindingResource[];
}

export interface SequenceActor {
  readonly id: string | undefined;
  readonly userName: string | undefined;
  /** The principal id, such as `AIDA…`. */
  readonly userUid: string | undefined;
  readonly userType: string | undefined;
  readonly accessKeyId: string | undefined;
  /** The account that the activity took place in, which need not own the user. */
  readonly accountId: string | undefined;
  readonly sessionUid: string | undefined;
  /** ARN of the role or user that the session stands for, as CloudTrail's `sessionIssuer` gives it. */
  readonly sessionIssuer: string | undefined;
  readonly sessionCreatedAt: string | undefined;
  readonly mfa: string | undefined;
  /** The executable on the host, for actors of Runtime Monitoring. */
  readonly process: string | undefined;
}

export interface SequenceSignal {
  readonly uid: string | undefined;
  /** `FINDING`, `CLOUD_TRAIL`, `S3_DATA_EVENTS`, `EKS_AUDIT_LOGS`, … An open list. */
  readonly type: string | undefined;
  readonly name: string | undefined;
  readonly severity: number | undefined;
  readonly count: number | undefined;
  readonly firstSeen: string | undefined;
  readonly lastSeen: string | undefined;
  readonly actorIds: readonly string[];
  readonly resourceUids: readonly string[];
  readonly endpointIds: readonly string[];
}

export interface SequenceIndicator {
  /** `ATTACK_TACTIC`, `HIGH_RISK_API`, `TOR_IP`, … An open list. */
  readonly key: string;
  readonly values: readonly string[];
}

export interface SequenceEndpoint {
  readonly id: string | undefined;
  readonly ip: string | undefined;
  readonly domain: string | undefined;
  readonly port: number | undefined;
  readonly country: string | undefined;
  readonly asn: string | undefined;
  readonly organization: string | undefined;
}
