import type { TrailFields, TrailType } from '../trail-table.ts';

/**
 * Fields as CloudTrail writes them, by their name in the table. A reader of JSON tells `accountId` from `accountid`.
 * Source: CloudTrail User Guide, "CloudTrail record contents" and "CloudTrail userIdentity element".
 */
const DELIVERED: ReadonlyMap<string, string> = new Map(
  `accessKeyId accountId additionalEventData apiVersion assumedRoot awsRegion cipherSuite clientProvidedHostHeader
  creationDate credentialId credentialsIssuedTo ec2RoleDelivery errorCode errorMessage eventCategory eventID eventName
  eventSource eventTime eventType eventVersion federatedProvider identityProvider identityStoreArn inScopeOf invokedBy
  invokedByDelegate issuerType keyExchange managementEvent mfaAuthenticated onBehalfOf originalEventID originalRequestID principalId readOnly
  recipientAccountId requestID requestParameters responseElements serviceEventDetails sessionContext
  sessionCredentialFromConsole sessionIssuer sharedEventID sourceAccount sourceArn sourceIdentity sourceIPAddress
  tlsDetails tlsVersion updatedFields userAgent userId userIdentity userName vpcEndpointAccountId vpcEndpointId
  webIdFederationData`
    .split(/\s+/)
    .map((name) => [name.toLowerCase(), name]),
);

/** The name of a column, or of a field at a path below a column, in a delivered record. */
export function deliveredName(...path: readonly [string, ...string[]]): string {
  const name = path.at(-1) ?? '';
  if (path[0] === 'resources' && name === 'arn') return 'ARN';
  return DELIVERED.get(name) ?? name;
}

/** The path of each field of the table, columns first. */
export function fieldPaths(fields: TrailFields, above: readonly string[] = []): [string, ...string[]][] {
  return Object.entries(fields).flatMap(([name, type]): [string, ...string[]][] => {
    const path: [string, ...string[]] =
      above.length === 0 ? [name] : [above[0] ?? '', ...above.slice(1), name];
    return [path, ...fieldPaths(fieldsOf(type), path)];
  });
}

function fieldsOf(type: TrailType): TrailFields {
  if (typeof type === 'string') return {};
  return 'struct' in type ? type.struct : type.listOf;
}
