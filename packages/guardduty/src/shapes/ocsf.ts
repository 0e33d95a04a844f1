import { Fields, isObject, type JsonObject, textOf } from '../fields.ts';
import { FlatPath } from '../flat-path.ts';
import { accountIn, partitionIn, readFindingArn, regionIn } from '../parts/finding-arn.ts';
import type { FindingParts } from '../parts/finding-parts.ts';
import { type AsffResource, readAsffResource, readAsffResources } from './asff-resource.ts';
import { typeBehindAsff } from './asff-type.ts';
import { flatService, saysSample } from './flat-service.ts';
import { ocsfAction } from './ocsf-action.ts';
import { actorOf, asAsff, moment, ocsfSeverity } from './ocsf-fields.ts';
import { securityHubGaps } from './security-hub-gaps.ts';

/** OCSF's Detection Finding, and the Security Finding that older Security Lake sources write. */
const CLASSES = new Map<unknown, 'ocsf-2004' | 'ocsf-2001'>([
  [2004, 'ocsf-2004'],
  ['2004', 'ocsf-2004'],
  [2001, 'ocsf-2001'],
  ['2001', 'ocsf-2001'],
]);

export function isOcsf(value: JsonObject): boolean {
  return value['class_uid'] !== undefined;
}

/**
 * Reads OCSF as Security Hub and Security Lake write it: ASFF by other names, with what has none in `unmapped`, as flat
 * text. `finding_info` is called `finding` in class 2001. Returns the reason when it is no GuardDuty finding.
 *
 * Source: OCSF schema, "Detection Finding [2004]", "Security Finding [2001]"; Security Hub User Guide, "OCSF findings".
 */
export function readOcsf(raw: JsonObject): FindingParts | string {
  const event = new Fields(raw);
  const shape = CLASSES.get(raw['class_uid']);
  if (shape === undefined) return 'it is OCSF of another class than 2004 and 2001';
  const info = event.fields(Object.hasOwn(raw, 'finding_info') ? 'finding_info' : 'finding');
  const arn = info.text('uid');
  const read = readFindingArn(arn);
  const product = event.fields('metadata').fields('product');
  if (read === undefined && !isGuardDuty(product)) return 'it is an OCSF finding of another product';
  const unmapped = isObject(raw['unmapped']) ? raw['unmapped'] : {};
  const type = info.texts('types')[0] ?? textOf(unmapped['FindingProviderFields.Types[]']);
  if (type === undefined) return '"finding_info.types" is missing';
  if (arn === undefined) return '"finding_info.uid" is missing';
  const { name: typeName, gap } = typeBehindAsff(type);
  const service = flatService(unmapped, OCSF_PATHS);
  const { severity, isLabelOnly } = ocsfSeverity(event, unmapped);
  const evidence = event.list('evidences')[0];
  const { resources, accessKey, partition } = readAsffResources(raw['resources'], readResource);
  const cloud = event.fields('cloud');
  const acted = ocsfAction(service, evidence);
  return {
    shape,
    id: read?.findingId ?? arn,
    arn,
    typeName,
    title: info.text('title'),
    description: info.text('desc'),
    severity,
    accountId: cloud.fields('account').text('uid') ?? cloud.text('account_uid') ?? (read && accountIn(read)),
    region: cloud.text('region') ?? (read && regionIn(read)),
    partition: partition ?? (read && partitionIn(read)),
    firstSeen: service.text('eventFirstSeen') ?? moment(info, 'first_seen_time'),
    lastSeen: service.text('eventLastSeen') ?? moment(info, 'last_seen_time'),
    createdAt: moment(info, 'created_time'),
    updatedAt: moment(info, 'modified_time') ?? moment(event, 'time'),
    count: service.number('count') ?? event.number('count'),
    archived: service.flag('archived'),
    sample: unmapped['Sample'] === true || unmapped['Sample'] === 'true' || saysSample(service),
    resourceType: resources[0]?.kind,
    resources,
    accessKey: accessKey ?? actorOf(evidence),
    action: acted.action,
    api: acted.api,
    remote: acted.remote,
    addresses: acted.addresses,
    sequence: NO_SEQUENCE,
    gaps: securityHubGaps(gap, isLabelOnly),
    raw,
  };
}

/** Source: OCSF schema, object "Product". */
function isGuardDuty(product: Fields): boolean {
  const named = `${product.text('name')?.slice(0, 200)} ${product.text('uid')?.slice(0, 200)}`;
  return named.toLowerCase().includes('guardduty');
}

function readResource(resource: JsonObject): AsffResource {
  return readAsffResource(asAsff(resource), resource);
}

const OCSF_PATHS = [
  new FlatPath('ProductFields.aws/guardduty/service/', '/'),
  new FlatPath('ProductFields.', '/'),
  new FlatPath('aws/guardduty/service/', '/'),
] as const;
const NO_SEQUENCE = new Fields(undefined);
