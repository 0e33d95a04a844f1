import type { ConfiguredAccount, FirebreakConfig } from './config-schema.ts';

/** The role to assume, and what its trust policy asks for. */
export interface AccountRole {
  readonly arn: string;
  readonly externalId: string | undefined;
  /** Whether the account names it itself, so that it is assumed also from within the account. */
  readonly ownToAccount: boolean;
}

/** The role that the configuration has for an account; undefined when it has none. */
export function roleOf(config: FirebreakConfig, account: ConfiguredAccount): AccountRole | undefined {
  const role = account.role ?? config.access?.role;
  if (role === undefined) return undefined;
  const arn = role.startsWith('arn:')
    ? role.replace('{account}', account.id)
    : `arn:${partitionOf(config.regions.home)}:iam::${account.id}:role/${role}`;
  return {
    arn,
    externalId: account.externalId ?? config.access?.externalId,
    ownToAccount: account.role !== undefined,
  };
}

/** The account with this id; undefined when the configuration has none. */
export function accountOf(config: FirebreakConfig, id: string): ConfiguredAccount | undefined {
  return config.accounts.find((account) => account.id === id);
}

/** Every region of the configuration once, the home region first. */
export function regionsOf({ regions: { home, all } }: Pick<FirebreakConfig, 'regions'>): string[] {
  return [...new Set([home, ...all])];
}

/** Source: AWS General Reference, "Amazon Resource Names (ARNs)". */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
