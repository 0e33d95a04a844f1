import type { Fields, JsonObject } from '../fields.ts';
import type { Finding, FindingAction, FindingGap, FindingShape, RemoteParty } from '../finding.ts';
import type { FindingResource } from '../finding-resource.ts';
import type { Severity } from '../severity.ts';

/** What each shape's reader takes out of a delivery; `assembleFinding` makes one finding of it. */
export interface FindingParts {
  readonly shape: FindingShape;
  readonly id: string;
  readonly arn: string | undefined;
  readonly typeName: string;
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** Nothing when the delivery has none. */
  readonly severity: Severity | undefined;
  readonly accountId: string | undefined;
  readonly region: string | undefined;
  readonly partition: string | undefined;
  readonly firstSeen: string | undefined;
  readonly lastSeen: string | undefined;
  readonly createdAt: string | undefined;
  readonly updatedAt: string | undefined;
  readonly count: number | undefined;
  readonly archived: boolean | undefined;
  /** The delivery says itself that it is a sample, beyond what title and values show. */
  readonly sample: boolean;
  readonly resourceType: string | undefined;
  readonly resources: readonly FindingResource[];
  readonly accessKey: AccessKeyDetails | undefined;
  readonly action: FindingAction | undefined;
  readonly api: Finding['api'];
  readonly remote: RemoteParty | undefined;
  /** How many remote addresses take part. */
  readonly addresses: number;
  /** `service.detection.sequence`. */
  readonly sequence: Fields;
  /** What this shape leaves out. */
  readonly gaps: readonly FindingGap[];
  readonly raw: JsonObject;
}

/** Source: GuardDuty API Reference, "AccessKeyDetails". */
export interface AccessKeyDetails {
  readonly accessKeyId: string | undefined;
  readonly principalId: string | undefined;
  readonly userName: string | undefined;
  readonly userType: string | undefined;
}
