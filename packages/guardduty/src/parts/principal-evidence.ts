import type { FindingResource } from '../finding-resource.ts';
import type { AccessKeyDetails } from './finding-parts.ts';

/** What the verdict about a principal rests on. */
export interface PrincipalEvidence {
  readonly key: AccessKeyDetails;
  readonly typeName: string;
  readonly resources: readonly FindingResource[];
}
