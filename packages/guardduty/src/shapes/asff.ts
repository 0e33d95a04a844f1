import { Fields, isObject, type JsonObject, numberOf, textOf } from '../fields.ts';
import { FlatPath } from '../flat-path.ts';
import { accountIn, partitionIn, readFindingArn, regionIn } from '../parts/finding-arn.ts';
import type { FindingParts } from '../parts/finding-parts.ts';
import { actionDetails, flatActionDetails, readAction, readApi } from '../parts/read-action.ts';
import { orNothing, readRemote } from '../parts/read-remote.ts';
import { type Severity, severityOf, severityOfLabel } from '../severity.ts';
import { readAsffResource, readAsffResources } from './asff-resource.ts';
import { typeBehindAsff } from './asff-type.ts';
import { flatService, saysSample } from './flat-service.ts';
import { securityHubGaps } from './security-hub-gaps.ts';

/** Whether this is AWS Security Finding Format, of whichever product. */
export function isAsff(value: JsonObject): boolean {
  return typeof value['AwsAccountId'] === 'string' || typeof value['ProductArn'] === 'string';
}

/**
 * Reads a finding in AWS Security Finding Format. `ProductFields` holds GuardDuty's `service` as flat text; older
 * findings have it without the prefix `aws/guardduty/service/`. Returns the reason when GuardDuty did not make it.
 *
 * Source: Security Hub User Guide, "AWS Security Finding Format (ASFF)"; GuardDuty User Guide, "Integrating AWS
 * Security Hub CSPM with Amazon GuardDuty".
 */
export function readAsff(raw: JsonObject): FindingParts | string {
  const arn = textOf(raw['Id']);
  const read = readFindingArn(arn);
  const product = textOf(raw['ProductArn']);
  if (read === undefined && product?.endsWith('/guardduty') !== true)
    return `it is a Security Hub finding of another product${product === undefined ? '' : ` (${product.slice(0, 100)})`}`;
  const type = firstText(raw['Types']) ?? firstText(new Fields(raw['FindingProviderFields']).value('Types'));
  if (type === undefined) return '"Types" is missing';
  if (arn === undefined) return '"Id" is missing';
  const service = flatService(raw['ProductFields'], ASFF_PATHS);
  const { name: typeName, gap } = typeBehindAsff(type);
  const { severity, isLabelOnly } = asffSeverity(raw);
  const { resources, accessKey, region, partition } = readAsffResources(raw['Resources'], readAsffResource);
  const acted = asffAction(service, raw['Action']);
  return {
    shape: 'asff',
    id: read?.findingId ?? arn,
    arn,
    typeName,
    title: textOf(raw['Title']),
    description: textOf(raw['Description']),
    severity,
    accountId: textOf(raw['AwsAccountId']) ?? (read && accountIn(read)),
    region: textOf(raw['Region']) ?? (read && regionIn(read)) ?? region,
    partition: partition ?? (read && partitionIn(read)),
    firstSeen: service.text('eventFirstSeen') ?? textOf(raw['FirstObservedAt']),
    lastSeen: service.text('eventLastSeen') ?? textOf(raw['LastObservedAt']),
    createdAt: textOf(raw['CreatedAt']),
    updatedAt: textOf(raw['UpdatedAt']),
    count: service.number('count'),
    archived: service.flag('archived'),
    sample: raw['Sample'] === true || raw['Sample'] === 'true' || saysSample(service),
    resourceType: resources[0]?.kind,
    resources,
    accessKey,
    action: acted.action,
    api: acted.api,
    remote: acted.remote,
    addresses: 1,
    sequence: NO_SEQUENCE,
    gaps: securityHubGaps(gap, isLabelOnly),
    raw,
  };
}

const ASFF_PATHS = [new FlatPath('aws/guardduty/service/', '/'), new FlatPath('', '/')] as const;
const NO_SEQUENCE = new Fields(undefined);

/** Newer findings have the action as an object as well; before, only `ProductFields` had it. */
function asffAction(service: Fields, object: unknown): Pick<FindingParts, 'action' | 'api' | 'remote'> {
  const flat = service.fields('action');
  const isFlat = flat.text('actionType') !== undefined;
  const action = isFlat ? flat : new Fields(object);
  const details = isFlat ? flatActionDetails(flat) : actionDetails(action);
  return {
    action: readAction(action, details, isFlat ? undefined : details.object),
    api: readApi(details),
    remote: orNothing(readRemote(details)),
  };
}

function firstText(list: unknown): string | undefined {
  return Array.isArray(list) ? textOf(list[0]) : undefined;
}

/**
 * `Product` is GuardDuty's number. `Normalized` is ignored: AWS's own samples pair Product 2 with Normalized 40, which
 * stands for Medium.
 */
function asffSeverity(raw: JsonObject): { severity: Severity | undefined; isLabelOnly: boolean } {
  const said = isObject(raw['Severity']) ? raw['Severity'] : {};
  const product = numberOf(said['Product']);
  if (product !== undefined) return { severity: severityOf(product), isLabelOnly: false };
  const provider = new Fields(raw['FindingProviderFields']).fields('Severity').text('Label');
  const severity = severityOfLabel(provider ?? textOf(said['Label']) ?? '');
  return { severity, isLabelOnly: severity !== undefined };
}
