import { type Fields, objectsOf } from '../fields.ts';
import type { FindingResource } from '../finding-resource.ts';

/** For each `…Details` of a finding's `resource`: GuardDuty's word for it, and the fields that name it best. */
const KINDS: readonly (readonly [string, Kind])[] = [
  ['accessKeyDetails', { kind: 'AccessKey', id: ['accessKeyId'], name: 'userName' }],
  ['s3BucketDetails', { kind: 'S3Bucket', id: ['arn', 'name'], name: 'name' }],
  ['instanceDetails', { kind: 'Instance', id: ['instanceId'] }],
  ['eksClusterDetails', { kind: 'EKSCluster', id: ['arn', 'name'], name: 'name' }],
  ['kubernetesDetails', { kind: 'Kubernetes', id: [] }],
  ['ecsClusterDetails', { kind: 'ECSCluster', id: ['arn', 'name'], name: 'name' }],
  ['containerDetails', { kind: 'Container', id: ['id', 'name'], name: 'name' }],
  ['lambdaDetails', { kind: 'Lambda', id: ['functionArn', 'functionName'], name: 'functionName' }],
  ['rdsDbInstanceDetails', { kind: 'RDSDBInstance', id: ['dbInstanceArn', 'dbInstanceIdentifier'] }],
  ['rdsLimitlessDbDetails', { kind: 'RDSLimitlessDB', id: ['dbShardGroupArn', 'dbShardGroupIdentifier'] }],
  ['rdsDbUserDetails', { kind: 'RDSDBUser', id: ['user'], name: 'user' }],
  ['ebsVolumeDetails', { kind: 'EBSVolume', id: [] }],
  ['ebsSnapshotDetails', { kind: 'EBSSnapshot', id: ['snapshotArn'] }],
  ['ec2ImageDetails', { kind: 'EC2Image', id: ['imageArn'] }],
  ['recoveryPointDetails', { kind: 'RecoveryPoint', id: ['recoveryPointArn'] }],
  ['bedrockGuardrailDetails', { kind: 'BedrockGuardrail', id: ['guardrailArn', 'guardrailId'] }],
  ['modelDetails', { kind: 'Model', id: ['modelId'] }],
];

interface Kind {
  readonly kind: string;
  readonly id: readonly string[];
  readonly name?: string;
}

/** In all three casings. */
const KIND_OF = new Map(
  KINDS.flatMap(([name, kind]) => [
    [name, kind],
    [name.charAt(0).toUpperCase() + name.slice(1), kind],
    [name.toLowerCase(), kind],
  ]) as [string, Kind][],
);

/**
 * The resources of a finding's `resource`. The list is open: a `…Details` that is not known yet is read all the same,
 * with its own name as kind.
 * Source: GuardDuty API Reference, "Resource".
 */
export function readResources(resource: Fields): FindingResource[] {
  const found: FindingResource[] = [];
  for (const key in resource.object) {
    const known = KIND_OF.get(key);
    if (known === undefined && !key.endsWith('etails')) continue;
    for (const details of objectsOf(resource.object[key])) {
      const fields = resource.alike(details);
      found.push({
        kind: known?.kind ?? key.slice(0, -'Details'.length),
        id: firstText(fields, known?.id ?? ['arn', 'id']),
        name: fields.text(known?.name ?? 'name'),
        details,
      });
    }
  }
  return found;
}

function firstText(fields: Fields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = fields.text(name);
    if (text !== undefined) return text;
  }
  return undefined;
}
