import { assumedRoleOfArn, parseArn, roleNameOfArn } from '@firebreak/iam';
import { compareTimes } from '../read/trail-time.ts';
import type { Lineage, LineageKey, LineageRole } from './lineage.ts';
import { mostSpecific } from './most-specific.ts';

/**
 * The roles whose sessions are in a lineage, in the order in which they were assumed, each once. The role of a caller
 * counts too: where the record does not name the caller's key, nothing else in the lineage names that role.
 */
export function lineageRoles({ chain, forward }: Pick<Lineage, 'chain' | 'forward'>): LineageRole[] {
  const keys = [...chain, ...forward].sort(byTime);
  return mostSpecific(keys.flatMap((key) => [...roleOfArn(key.principalArn), ...roleOfKey(key)]));
}

/** A key without a time was there before the records begin. */
function byTime(a: LineageKey, b: LineageKey): number {
  if (a.time === null || b.time === null) return Number(a.time !== null) - Number(b.time !== null);
  return compareTimes(a.time, b.time);
}

function roleOfKey({ roleName, account }: LineageKey): LineageRole[] {
  return roleName === null ? [] : [{ role: roleName, account }];
}

function roleOfArn(arn: string | null): LineageRole[] {
  const role = arn === null ? undefined : (assumedRoleOfArn(arn)?.roleName ?? roleNameOfArn(arn));
  if (arn === null || role === undefined) return [];
  return [{ role, account: parseArn(arn)?.accountId || null }];
}
