import { Fields, isObject, type JsonObject, objectInText } from '../fields.ts';
import type { FindingShape } from '../finding.ts';
import type { FindingParts } from '../parts/finding-parts.ts';
import { isMarkedSample } from '../parts/is-sample.ts';
import { actionDetails, readAction, readApi } from '../parts/read-action.ts';
import { readAccessKeyDetails } from '../parts/read-credential.ts';
import { probingAddresses, readRemote } from '../parts/read-remote.ts';
import { readResources } from '../parts/read-resources.ts';
import { severityOf } from '../severity.ts';
import { nest } from './nest.ts';

/**
 * Reads GuardDuty's own JSON without its envelope, in any of its casings: camelCase (raw HTTP, EventBridge, S3 export),
 * PascalCase (SDK, CLI) and lower case (an Athena table). Returns the reason when it is no finding.
 *
 * Source: GuardDuty API Reference, "Finding"; GuardDuty User Guide, "EventBridge event schema", "Exporting findings".
 */
export function readNative(raw: JsonObject, shape: FindingShape): FindingParts | string {
  const isLowerCase = Object.hasOwn(raw, 'accountid');
  const finding = isLowerCase ? Fields.lowerCase(unfolded(raw)) : new Fields(raw);
  const typeName = finding.text('type');
  if (typeName === undefined) return '"type" is missing';
  if (!looksLikeType(typeName)) return '"type" is not a GuardDuty finding type';
  const arn = finding.text('arn');
  const id = finding.text('id');
  if (id === undefined) return '"id" is missing';
  const service = finding.fields('service');
  const resource = finding.fields('resource');
  const severity = finding.number('severity');
  const action = service.fields('action');
  const details = actionDetails(action);
  if (severity === undefined && service.object === undefined && resource.object === undefined)
    return '"severity" is missing';
  return {
    shape: isLowerCase ? 'lower-case' : shape === 's3-export' && !Object.hasOwn(raw, 'type') ? 'bare' : shape,
    id,
    arn,
    typeName,
    title: finding.text('title'),
    description: finding.text('description'),
    severity: severity === undefined ? undefined : severityOf(severity),
    accountId: finding.text('accountId'),
    region: finding.text('region'),
    partition: finding.text('partition'),
    firstSeen: service.time('eventFirstSeen'),
    lastSeen: service.time('eventLastSeen'),
    createdAt: finding.time('createdAt'),
    updatedAt: finding.time('updatedAt'),
    count: service.number('count'),
    archived: service.flag('archived'),
    // Some tools add this field in the SDK's casing to findings in the other.
    sample: isMarkedSample(service.value('additionalInfo') ?? service.object?.['AdditionalInfo']),
    resourceType: resource.text('resourceType'),
    resources: readResources(resource),
    accessKey: readAccessKeyDetails(resource.fields('accessKeyDetails')),
    action: readAction(action, details, details.object),
    api: readApi(details),
    remote: readRemote(details),
    addresses: probingAddresses(details),
    sequence: service.fields('detection').fields('sequence'),
    gaps: NO_GAPS,
    raw,
  };
}

const NO_GAPS: FindingParts['gaps'] = [];

/** The parts of the grammar are open lists, so only its shape is asked for: `…:…/…`. */
function looksLikeType(name: string): boolean {
  const colon = name.indexOf(':');
  return colon > 0 && name.indexOf('/', colon) > colon + 1;
}

/**
 * A row of AWS's Athena table for exported findings holds `resource` and `service` as JSON text, with keys in lower
 * case; other tables flatten them to columns such as `resource.accesskeydetails.accesskeyid`.
 * Source: Athena User Guide, "Query Amazon GuardDuty findings".
 */
function unfolded(raw: JsonObject): JsonObject {
  const row: Record<string, unknown> = { ...raw };
  for (const name of ['resource', 'service']) {
    const value = row[name];
    row[name] = isObject(value) ? value : (objectInText(value) ?? nestedUnder(raw, `${name}.`));
  }
  return row;
}

function nestedUnder(raw: JsonObject, prefix: string): JsonObject | undefined {
  const nested = nest(raw, '.', (key) => (key.startsWith(prefix) ? key.slice(prefix.length) : undefined));
  return Object.keys(nested).length === 0 ? undefined : nested;
}
