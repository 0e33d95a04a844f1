import { isObject, type JsonObject, objectsOf, textOf } from '../fields.ts';
import type { FindingResource } from '../finding-resource.ts';
import type { AccessKeyDetails } from '../parts/finding-parts.ts';

/** One entry of ASFF's `Resources`, with what it says of the whole finding. */
export interface AsffResource {
  readonly resource: FindingResource;
  readonly accessKey: AccessKeyDetails | undefined;
  readonly region: string | undefined;
  readonly partition: string | undefined;
}

/** GuardDuty's word for what ASFF names otherwise; other kinds keep their ASFF name. */
const KINDS = new Map([
  ['AwsIamAccessKey', 'AccessKey'],
  ['AwsEc2Instance', 'Instance'],
  ['AwsS3Bucket', 'S3Bucket'],
  ['AwsS3Object', 'S3Object'],
  ['AwsEksCluster', 'EKSCluster'],
  ['AwsEcsCluster', 'ECSCluster'],
  ['AwsLambdaFunction', 'Lambda'],
  ['AwsRdsDbInstance', 'RDSDBInstance'],
  ['AwsEc2Volume', 'EBSVolume'],
]);

const KEY_PREFIX = 'AWS::IAM::AccessKey:';

/**
 * Reads one resource. An access key's id is `AWS::IAM::AccessKey:<key id>`, with `null` where GuardDuty had none.
 * Source: Security Hub User Guide, "AwsIamAccessKey"; findings before 2020 have `UserName` for `PrincipalName`.
 *
 * @param raw The entry as it was delivered, where `entry` was made of it.
 */
export function readAsffResource(entry: JsonObject, raw: JsonObject = entry): AsffResource {
  const type = textOf(entry['Type']) ?? 'Unknown';
  const id = textOf(entry['Id']);
  const details = detailsOf(entry['Details'], type);
  const key = type === 'AwsIamAccessKey' ? accessKeyOf(accessKeyIdIn(id), details) : undefined;
  return {
    resource: {
      kind: KINDS.get(type) ?? type,
      id: key === undefined ? id : key.accessKeyId,
      name: key === undefined ? textOf(details['Name']) : key.userName,
      details: raw,
    },
    accessKey: key,
    region: textOf(entry['Region']),
    partition: textOf(entry['Partition']),
  };
}

/** What all entries say together: the first access key is the credential. */
export function readAsffResources(
  list: unknown,
  read: (entry: JsonObject) => AsffResource,
): Pick<AsffResource, 'accessKey' | 'region' | 'partition'> & { readonly resources: FindingResource[] } {
  const resources: FindingResource[] = [];
  let first: AsffResource | undefined;
  let accessKey: AccessKeyDetails | undefined;
  for (const entry of objectsOf(list)) {
    const resource = read(entry);
    first ??= resource;
    accessKey ??= resource.accessKey;
    resources.push(resource.resource);
  }
  return { resources, accessKey, region: first?.region, partition: first?.partition };
}

/** `Details` holds one object, named after the type. */
function detailsOf(details: unknown, type: string): JsonObject {
  const named = isObject(details) && Object.hasOwn(details, type) ? details[type] : undefined;
  return isObject(named) ? named : {};
}

function accessKeyIdIn(id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  const keyId = id.startsWith(KEY_PREFIX) ? id.slice(KEY_PREFIX.length) : id;
  return keyId === 'null' || keyId === '' || keyId.startsWith('arn:') ? undefined : keyId;
}

function accessKeyOf(keyId: string | undefined, details: JsonObject): AccessKeyDetails {
  return {
    accessKeyId: keyId ?? textOf(details['AccessKeyId']),
    principalId: textOf(details['PrincipalId']),
    userName: textOf(details['PrincipalName']) ?? textOf(details['UserName']),
    userType: textOf(details['PrincipalType']),
  };
}
