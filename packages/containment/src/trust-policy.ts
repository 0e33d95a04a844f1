import { type OneOrMany, type PolicyDocument, parseArn, type Statement } from '@firebreak/iam';

type Principals = NonNullable<Statement['Principal']>;

/** Trusts nobody: IAM takes no policy without a statement, and whom no statement allows is not trusted. */
export const TRUST_NOBODY: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    { Sid: 'FirebreakCutTrust', Effect: 'Deny', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' },
  ],
};

/**
 * A trust policy in one form of several that mean the same: IAM keeps no order of principals, and turns an account's
 * number into the ARN of its root.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal".
 *
 * @param partition of the role, such as `aws`.
 */
export function tidyTrust(document: PolicyDocument, partition: string): PolicyDocument {
  const tidy = (entry: string) => (/^\d{12}$/.test(entry) ? `arn:${partition}:iam::${entry}:root` : entry);
  return withPrincipals(document, (entries) => [...new Set(entries.map(tidy))].sort());
}

/** The unique ids in it: IAM shows them for principals that are gone, and does not take them back. */
export function deadPrincipals(document: PolicyDocument): string[] {
  const found = statements(document).flatMap(({ Principal, NotPrincipal }) =>
    [Principal, NotPrincipal].flatMap((principals) => Object.values(mapOf(principals)).flatMap(listOf)),
  );
  return [...new Set(found.filter(isDead))];
}

/**
 * Narrows a trust policy to principals that it trusts already, under the conditions that it has for each. A Deny
 * stays. Whoever was trusted as part of their account is named alone.
 *
 * @returns nothing to keep as `TRUST_NOBODY`; `unknown` are those that were not trusted.
 */
export function narrowTrust(
  document: PolicyDocument,
  keep: readonly string[],
): { readonly document: PolicyDocument; readonly unknown: readonly string[] } {
  const used = new Set<string>();
  const kept = statements(document).flatMap((statement): Statement[] => {
    if (statement.Effect === 'Deny') return withoutDead(statement);
    const principals = Object.entries(mapOf(statement.Principal)).flatMap(([kind, entries]) => {
      const stay = keep.filter((name) => listOf(entries).some((entry) => covers(kind, entry, name)));
      for (const name of stay) used.add(name);
      return stay.length === 0 ? [] : [[kind, oneOrMany([...stay].sort())] as const];
    });
    return principals.length === 0 ? [] : [{ ...statement, Principal: Object.fromEntries(principals) }];
  });
  const unknown = keep.filter((name) => !used.has(name));
  const nobody = !kept.some(({ Effect }) => Effect === 'Allow');
  return { document: nobody ? TRUST_NOBODY : { ...document, Statement: kept }, unknown };
}

/** Whether an entry of a trust policy trusts a principal, by its name or with all of its account. */
function covers(kind: string, entry: string, name: string): boolean {
  if (entry === name) return true;
  const arn = parseArn(name);
  if (kind !== 'AWS' || arn === undefined) return false;
  return entry === '*' || entry === `arn:${arn.partition}:iam::${arn.accountId}:root`;
}

function withoutDead(statement: Statement): Statement[] {
  const alive = withPrincipals({ Statement: [statement] }, (all) => all.filter((one) => !isDead(one)));
  // Whoever is left out of a NotPrincipal that holds nobody is everybody.
  return statements(alive).flatMap((rest): Statement[] => {
    if (rest.Principal !== undefined || rest.NotPrincipal !== undefined) return [rest];
    return statement.NotPrincipal === undefined ? [] : [{ ...rest, Principal: '*' }];
  });
}

function withPrincipals(document: PolicyDocument, change: (entries: string[]) => string[]): PolicyDocument {
  const changed = (principals: Principals): Principals | undefined => {
    if (typeof principals === 'string') return principals;
    const kinds = Object.entries(principals).flatMap(([kind, entries]) => {
      const rest = change(listOf(entries));
      return rest.length === 0 ? [] : [[kind, oneOrMany(rest)] as const];
    });
    return kinds.length === 0 ? undefined : Object.fromEntries(kinds);
  };
  const all = statements(document).map((statement) => {
    const members = Object.entries(statement).flatMap(([name, value]) => {
      if (name !== 'Principal' && name !== 'NotPrincipal') return [[name, value] as const];
      const principals = changed(value as Principals);
      return principals === undefined ? [] : [[name, principals] as const];
    });
    return Object.fromEntries(members) as unknown as Statement;
  });
  const [only = document.Statement] = all;
  return { ...document, Statement: Array.isArray(document.Statement) ? all : only };
}

function statements({ Statement: all }: PolicyDocument): readonly Statement[] {
  return Array.isArray(all) ? all : [all as Statement];
}

function mapOf(principals: Principals | undefined): Readonly<Record<string, OneOrMany<string>>> {
  return typeof principals === 'string' ? { AWS: principals } : (principals ?? {});
}

function listOf(entries: OneOrMany<string>): string[] {
  return typeof entries === 'string' ? [entries] : [...entries];
}

function oneOrMany(entries: readonly string[]): OneOrMany<string> {
  const [only, ...more] = entries;
  return only !== undefined && more.length === 0 ? only : entries;
}

function isDead(entry: string): boolean {
  return /^A(?:ROA|IDA)[A-Z\d]{12,}$/.test(entry);
}
