import { isObject, type JsonObject, objectOf } from '../read/json-object.ts';

/** What says best what a call is about, the most telling first. */
const TELLING = [
  'roleArn',
  'bucketName',
  'key',
  'userName',
  'roleName',
  'groupName',
  'policyArn',
  'policyName',
  'principalArn',
  'accessKeyId',
  'instanceId',
  'functionName',
  'secretId',
  'kmsKeyId',
  'keyId',
  'keyName',
  'imageId',
  'snapshotId',
  'volumeId',
  'groupId',
  'subnetId',
  'dBInstanceIdentifier',
  'dBClusterIdentifier',
  'tableName',
  'topicArn',
  'queueUrl',
  'stackName',
  'clusterName',
  'repositoryName',
  'documentName',
  'detectorId',
  'trailName',
  'logGroupName',
  'modelId',
  'serialNumber',
  'serviceCode',
  'name',
  'Name',
  'target',
  'attribute',
  'instanceType',
] as const;
const MOST = 2;
const LONGEST = 256;

/**
 * What a call is about, from `requestParameters`: up to two of the fields that say it best, as `name=value`. The values
 * are the caller's, and not safe to print as they are.
 */
export function callDetail(requestParameters: unknown): string | undefined {
  const request = objectOf(requestParameters);
  const found: string[] = [];
  for (const name of TELLING) {
    const value = Object.hasOwn(request, name) ? shortText(request[name]) : undefined;
    if (value !== undefined) found.push(`${name}=${value}`);
    if (found.length === MOST) break;
  }
  if (found.length === 0) found.push(...instances(request));
  return found.length === 0 ? undefined : found.join(' ');
}

/** The instances that calls to EC2 name in a list. */
function instances(request: JsonObject): string[] {
  const items = objectOf(request['instancesSet'])['items'];
  if (!Array.isArray(items)) return [];
  const ids = items
    .map((item: unknown) => (isObject(item) ? shortText(item['instanceId']) : undefined))
    .filter((id) => id !== undefined);
  const [first] = ids;
  if (first === undefined) return [];
  return [`instanceId=${first}${ids.length > 1 ? ` and ${ids.length - 1} more` : ''}`];
}

function shortText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string' || value === '') return undefined;
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}
