/** The parts of an Amazon Resource Name. Global services leave region or account empty. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly accountId: string;
  /** Everything after the account, such as `role/deploy/Deployer`. */
  readonly resource: string;
}

/**
 * Splits an ARN, or returns nothing for text that is none.
 * Source: IAM User Guide, "Amazon Resource Names (ARNs)" (reference-arns).
 */
export function parseArn(text: string): Arn | undefined {
  const match = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):(.+)$/s.exec(text);
  if (match === null) return undefined;
  const [, partition = '', service = '', region = '', accountId = '', resource = ''] = match;
  return { partition, service, region, accountId, resource };
}

/** A role's name without its path, from `arn:aws:iam::…:role/path/Name`; nothing for any other ARN. */
export function roleNameOfArn(text: string): string | undefined {
  const arn = parseArn(text);
  if (arn?.service !== 'iam' || !arn.resource.startsWith('role/')) return undefined;
  return arn.resource.slice(arn.resource.lastIndexOf('/') + 1) || undefined;
}

/** Role and session from `arn:aws:sts::…:assumed-role/Role/session`. The role's path is not part of that ARN. */
export function assumedRoleOfArn(text: string): { roleName: string; sessionName: string } | undefined {
  const arn = parseArn(text);
  const [kind, roleName, ...session] = arn?.resource.split('/') ?? [];
  if (arn?.service !== 'sts' || kind !== 'assumed-role' || !roleName || session.length === 0)
    return undefined;
  return { roleName, sessionName: session.join('/') };
}
