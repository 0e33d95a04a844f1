import { closest } from '@firebreak/problem';
import type { z } from 'zod';

interface Checked {
  readonly organisation?: { readonly management?: string | undefined } | undefined;
  readonly access?: { readonly role?: string | undefined } | undefined;
  readonly accounts: readonly {
    readonly id: string;
    readonly name: string;
    readonly role?: string | undefined;
  }[];
  readonly logs?: { readonly since?: string | undefined } | undefined;
  readonly guardduty?: { readonly administrator: string } | undefined;
}

/** What entries of the configuration must hold together. */
export function crossChecks(config: Checked, context: z.core.$RefinementCtx): void {
  const fail = (path: readonly (string | number)[], message: string) =>
    context.issues.push({ code: 'custom', message, path: [...path], input: config });
  const ids = config.accounts.map(({ id }) => id);
  const among = (id: string | undefined, path: readonly string[]) => {
    if (id === undefined || ids.includes(id)) return;
    const meant = closest(id, ids);
    fail(path, `${id} is none of the accounts${meant === undefined ? '' : `; did you mean ${meant}?`}`);
  };
  for (const [index, { id, name, role }] of config.accounts.entries()) {
    if (ids.indexOf(id) < index) fail(['accounts', index, 'id'], `account ${id} stands there twice`);
    if (config.accounts.findIndex((other) => other.name === name) < index)
      fail(['accounts', index, 'name'], `the name "${name}" stands there twice`);
    const owner = ownerOf(role);
    if (owner !== undefined && owner !== '{account}' && owner !== id)
      fail(['accounts', index, 'role'], `the role is of account ${owner}, and not of ${id}`);
  }
  const owner = ownerOf(config.access?.role);
  if (owner !== undefined && owner !== '{account}')
    fail(['access', 'role'], `the role is of account ${owner} alone; write {account} instead of its id`);
  among(config.organisation?.management, ['organisation', 'management']);
  among(config.guardduty?.administrator, ['guardduty', 'administrator']);
  const since = config.logs?.since;
  if (since !== undefined && !isDay(since)) fail(['logs', 'since'], 'there is no such day');
}

/** The account inside a role's ARN; nothing for a role's name. */
function ownerOf(role: string | undefined): string | undefined {
  return /^arn:[^:]+:iam::([^:]+):/.exec(role ?? '')?.[1];
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
