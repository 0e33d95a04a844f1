/** Where a finding's ARN holds what: `arn:aws:guardduty:REGION:ACCOUNT:detector/ID/finding/ID`. */
export interface FindingArn {
  readonly text: string;
  readonly findingId: string;
  /** Where the Region begins. */
  readonly regionAt: number;
}

/**
 * Reads a finding's ARN, or returns nothing for other text.
 * AWS's own ASFF sample writes `arn:aws::guardduty:…`, so the parts are counted from the service on.
 * Source: GuardDuty User Guide, "Integrating AWS Security Hub CSPM with Amazon GuardDuty".
 */
export function readFindingArn(text: string | undefined): FindingArn | undefined {
  if (text === undefined || !text.startsWith('arn:') || text.length > 2048) return undefined;
  const service = text.indexOf(':guardduty:');
  const finding = text.lastIndexOf('/finding/');
  if (service < 0 || finding < 0) return undefined;
  const findingId = text.slice(finding + '/finding/'.length);
  return findingId === '' ? undefined : { text, findingId, regionAt: service + ':guardduty:'.length };
}

export function partitionIn({ text }: FindingArn): string | undefined {
  return partAt(text, 'arn:'.length);
}

export function regionIn({ text, regionAt }: FindingArn): string | undefined {
  return partAt(text, regionAt);
}

export function accountIn({ text, regionAt }: FindingArn): string | undefined {
  return partAt(text, text.indexOf(':', regionAt) + 1);
}

function partAt(text: string, start: number): string | undefined {
  const colon = text.indexOf(':', start);
  return text.slice(start, colon < 0 ? undefined : colon) || undefined;
}
