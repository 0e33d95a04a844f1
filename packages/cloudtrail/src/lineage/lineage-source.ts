import type { Issuance } from './issuance.ts';
import type { LineageGap } from './lineage.ts';
import type { TrailCall } from './trail-call.ts';
import type { TrailCaller } from './trail-caller.ts';

/** A key that signed calls under a session name, however it came by it. */
export interface NamedKey {
  readonly accessKeyId: string;
  readonly accountId: string | undefined;
  /** Set by AWS where the instance metadata service handed the key out; no caller can choose it. */
  readonly ec2RoleDelivery: string | undefined;
}

/** The sessions of one name. */
export interface NamedSessions {
  /** The keys that EC2 handed out under that name. */
  readonly issued: readonly Issuance[];
  /** The keys that signed calls under that name. */
  readonly seen: readonly NamedKey[];
}

/** From when to when a source has records, ISO 8601; undefined where it has none. */
export interface LineageCoverage {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * Where lineage looks things up: by the key that was handed out, by the key that signed, by the key itself. Files,
 * CloudTrail LookupEvents and a table of events can each answer this.
 */
export interface LineageSource {
  /** From when to when it has records. What began earlier is not missing from it, but beyond it. */
  readonly coverage?: LineageCoverage;
  /** The call that handed out the key, if the source has it. */
  issuanceOf(accessKeyId: string): Promise<Issuance | undefined>;
  /** The keys that calls signed by this key handed out, oldest first. */
  issuedBy(accessKeyId: string): Promise<readonly Issuance[]>;
  /** Who the key belongs to, as its own calls say. */
  identityOf(accessKeyId: string): Promise<TrailCaller | undefined>;
  /** The calls signed by this key that gave an IAM user a credential other than an access key. */
  otherCredentialsBy(accessKeyId: string): Promise<readonly TrailCall[]>;
  /** The role sessions that bear the id of an EC2 instance (`i-…`) as their name. */
  sessionsNamed(instanceId: string): Promise<NamedSessions>;
  /** The switches of role in the console that began a session of this ARN. `around`: when the session began. */
  switchesTo?(sessionArn: string, around: string | undefined): Promise<readonly TrailCall[]>;
  /** What the source could not be asked so far, such as a region that refused. Taken when the lineage is done. */
  gaps?(): readonly LineageGap[];
}
