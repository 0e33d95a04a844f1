import type { TrailRecord } from '../read/trail-event.ts';

/** The names of fields as CloudTrail writes them; a table has them in lower case. */
const FIELD_NAMES = [
  // Record: CloudTrail User Guide, "CloudTrail record contents".
  'eventVersion userIdentity eventTime eventSource eventName awsRegion sourceIPAddress userAgent errorCode',
  'errorMessage requestParameters responseElements additionalEventData requestID eventID readOnly eventType',
  'apiVersion managementEvent recipientAccountId serviceEventDetails sharedEventID vpcEndpointId',
  'vpcEndpointAccountId eventCategory sessionCredentialFromConsole edgeDeviceDetails tlsDetails tlsVersion',
  'cipherSuite clientProvidedHostHeader eventContext insightDetails',
  // userIdentity: CloudTrail User Guide, "CloudTrail userIdentity element".
  'principalId accountId accessKeyId userName invokedBy identityProvider credentialId onBehalfOf userId',
  'identityStoreArn inScopeOf sourceArn sourceAccount issuerType credentialsIssuedTo invokedByDelegate',
  'sessionContext mfaAuthenticated creationDate sessionIssuer ec2RoleDelivery assumedRoot sourceIdentity',
  'webIdFederationData federatedProvider',
].flatMap((names) => names.split(' '));

const BY_COLUMN = new Map(FIELD_NAMES.map((name) => [name.toLowerCase(), name]));

/** Columns that hold JSON text, whose names are as the service wrote them. */
const PAYLOADS = new Set([
  'requestparameters',
  'responseelements',
  'additionaleventdata',
  'serviceeventdetails',
  'eventcontext',
  'insightdetails',
  'edgedevicedetails',
  'addendum',
]);
const FLAGS = new Set(['readonly', 'managementevent']);
/** They come from the path of the file, not from the record. */
const PARTITIONS = new Set(['account', 'region', 'day', 'timestamp']);

type Row = Readonly<Record<string, unknown>>;

/**
 * The CloudTrail record that a row of a table of events was made from: names as CloudTrail writes them, JSON text
 * parsed, nothing for what is null. Columns are in lower case, as Athena has them; `useridentity`, `resources` and
 * `tlsdetails` are objects, or JSON text of them. Partition columns are left out.
 */
export function recordOfRow(row: Row): TrailRecord {
  const record: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    const column = name.toLowerCase();
    if (PARTITIONS.has(column) || value === null || value === undefined) continue;
    record[BY_COLUMN.get(column) ?? name] = fieldOf(column, value);
  }
  return record;
}

function fieldOf(column: string, value: unknown): unknown {
  if (PAYLOADS.has(column)) return jsonOr(value);
  if (FLAGS.has(column)) return value === true || value === 'true';
  if (column === 'useridentity' || column === 'tlsdetails') return structOf(jsonOr(value));
  if (column !== 'resources') return value;
  const resources = jsonOr(value);
  return Array.isArray(resources) ? resources.map(resourceOf) : value;
}

/** A resource's ARN is the one name that CloudTrail writes in capitals. */
function resourceOf(value: unknown): unknown {
  const resource = structOf(value);
  if (!isRow(resource)) return resource;
  return Object.fromEntries(
    Object.entries(resource).map(([name, content]) => [name === 'arn' ? 'ARN' : name, content]),
  );
}

/** Restores names at every depth. An empty object says as much as none. */
function structOf(value: unknown): unknown {
  if (Array.isArray(value)) return entriesOf(value) ?? value.map(structOf);
  if (!isRow(value)) return value;
  const fields: Record<string, unknown> = {};
  for (const [name, content] of Object.entries(value)) {
    const field = structOf(content);
    if (field === null || field === undefined || (isRow(field) && Object.keys(field).length === 0)) continue;
    fields[BY_COLUMN.get(name.toLowerCase()) ?? name] = field;
  }
  return fields;
}

/** A map column can come as a list of keys with values. */
function entriesOf(value: readonly unknown[]): Row | undefined {
  const entries: [string, unknown][] = [];
  for (const entry of value) {
    if (!isRow(entry) || typeof entry['key'] !== 'string') return undefined;
    entries.push([entry['key'], entry['value']]);
  }
  return Object.fromEntries(entries);
}

function jsonOr(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
