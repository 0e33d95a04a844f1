import { NotAFinding } from './errors.ts';
import { Fields, isObject } from './fields.ts';
import type { Finding, FindingCredential, FindingShape, RemoteParty } from './finding.ts';
import { parseFindingType } from './finding-type.ts';
import { severityOf } from './severity.ts';

/** Reads one finding without its envelope, in either casing. */
export function readFinding(
  raw: Readonly<Record<string, unknown>>,
  shape: FindingShape,
  where: string,
): Finding {
  const finding = new Fields(raw);
  const service = finding.fields('service');
  const call = service.fields('action').fields('awsApiCallAction');
  const resource = finding.fields('resource');
  const type = required(finding.text('type'), 'type', where);
  const title = finding.text('title') ?? type;
  const api = call.text('api');
  return {
    id: required(finding.text('id'), 'id', where),
    arn: finding.text('arn'),
    type: parseFindingType(type),
    title,
    description: finding.text('description'),
    severity: severityOf(required(finding.number('severity'), 'severity', where)),
    shape,
    accountId: finding.text('accountId'),
    region: finding.text('region'),
    partition: finding.text('partition'),
    firstSeen: service.text('eventFirstSeen'),
    lastSeen: service.text('eventLastSeen'),
    createdAt: finding.text('createdAt'),
    updatedAt: finding.text('updatedAt'),
    count: service.number('count'),
    archived: service.flag('archived'),
    sample: title.startsWith('[SAMPLE]') || isMarkedSample(service.value('additionalInfo')),
    resourceType: resource.text('resourceType'),
    credential: readCredential(resource.value('accessKeyDetails')),
    api: api === undefined ? undefined : { name: api, service: call.text('serviceName') },
    remote: readRemote(call),
    raw,
  };
}

function required<T>(value: T | undefined, field: string, where: string): T {
  if (value !== undefined) return value;
  throw new NotAFinding(`Cannot read finding: "${field}" is missing`, {
    where,
    remedy: 'Give a GuardDuty finding as GetFindings, EventBridge or the console\'s "JSON" view writes it.',
  });
}

function readCredential(value: unknown): FindingCredential | undefined {
  if (!isObject(value)) return undefined;
  const details = new Fields(value);
  return {
    accessKeyId: details.text('accessKeyId'),
    principalId: details.text('principalId'),
    userName: details.text('userName'),
    userType: details.text('userType'),
  };
}

function readRemote(call: Fields): RemoteParty | undefined {
  if (!isObject(call.value('remoteIpDetails'))) return undefined;
  const remote = call.fields('remoteIpDetails');
  const organization = remote.fields('organization');
  return {
    ip: remote.text('ipAddressV4') ?? remote.text('ipAddressV6'),
    country: remote.fields('country').text('countryName'),
    asn: organization.text('asn'),
    organization: organization.text('asnOrg') ?? organization.text('org'),
  };
}

/** The SDK gives `{ Type, Value }` with JSON text in Value; EventBridge gives an object, sometimes with `value`. */
function isMarkedSample(additionalInfo: unknown): boolean {
  const info = new Fields(additionalInfo);
  if (info.flag('sample') === true) return true;
  const text = info.text('value');
  if (text === undefined) return false;
  try {
    return new Fields(JSON.parse(text)).flag('sample') === true;
  } catch {
    return false;
  }
}
