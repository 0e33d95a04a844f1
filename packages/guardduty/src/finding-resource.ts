import type { JsonObject } from './fields.ts';

/**
 * One resource that a finding is about.
 * Source: GuardDuty API Reference, "Resource" and "ResourceV2"; Security Hub User Guide, "Resources" (ASFF).
 */
export interface FindingResource {
  /** GuardDuty's word, such as `AccessKey`, `S3Bucket`, `Instance`, `EKSCluster`; an open list. */
  readonly kind: string;
  /** What names it best: an instance id, a key id, an ARN. */
  readonly id: string | undefined;
  readonly name: string | undefined;
  /** The delivery's own object, untouched and in its own casing. */
  readonly details: JsonObject;
}
