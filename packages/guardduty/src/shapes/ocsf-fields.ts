import { type Fields, type JsonObject, numberOf, objectInText, textOf } from '../fields.ts';
import type { AccessKeyDetails } from '../parts/finding-parts.ts';
import { type Severity, severityOf, severityOfLabel } from '../severity.ts';

/**
 * A resource of OCSF under its ASFF names. `data` is ASFF's `Details` as JSON text.
 * Source: OCSF examples, mapping "AWS/v1.1.0/Security Hub/Detection Finding".
 */
export function asAsff(resource: JsonObject): JsonObject {
  const data = resource['data'] ?? resource['details'];
  return {
    Type: resource['type'],
    Id: resource['uid'],
    Region: resource['region'],
    Partition: resource['cloud_partition'],
    Details: typeof data === 'string' ? objectInText(data) : data,
  };
}

/** A time that is text in `…_dt`, and milliseconds since 1970 without that ending. */
export function moment(fields: Fields, name: string): string | undefined {
  return fields.text(`${name}_dt`) ?? fields.time(name);
}

/** The actor of an evidence, for sources that do not give the access key as a resource. */
export function actorOf(evidence: Fields | undefined): AccessKeyDetails | undefined {
  const user = evidence?.fields('actor').fields('user');
  if (user?.object === undefined || (user.text('uid') ?? user.text('name')) === undefined) return undefined;
  return {
    accessKeyId: user.text('credential_uid'),
    principalId: user.text('uid'),
    userName: user.text('name'),
    userType: user.text('type'),
  };
}

/** GuardDuty's number where `unmapped` still has it, else the label. `Severity.Normalized` is ignored, as in ASFF. */
export function ocsfSeverity(
  event: Fields,
  unmapped: JsonObject,
): { severity: Severity | undefined; isLabelOnly: boolean } {
  const product = numberOf(unmapped['Severity.Product']);
  if (product !== undefined) return { severity: severityOf(product), isLabelOnly: false };
  const label = textOf(unmapped['FindingProviderFields.Severity.Label']) ?? event.text('severity');
  const severity = severityOfLabel(label ?? SEVERITY_IDS.get(event.number('severity_id')) ?? '');
  return { severity, isLabelOnly: severity !== undefined };
}

/** Source: OCSF schema, attribute `severity_id`. */
const SEVERITY_IDS = new Map<number | undefined, string>([
  [2, 'LOW'],
  [3, 'MEDIUM'],
  [4, 'HIGH'],
  [5, 'CRITICAL'],
]);
