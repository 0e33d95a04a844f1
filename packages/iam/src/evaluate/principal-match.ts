import { assumedRoleOfArn, parseArn, roleNameOfArn } from '../arn.ts';
import { uniqueIdPrefix } from '../unique-id.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { PolicyNotUnderstood, type StatementPlace } from './errors.ts';

/**
 * By which of the caller's names a resource policy means it. What is granted to the `caller` itself or to everyone no
 * other policy limits, a `role` is limited by its boundary and session policies, and an `account` only delegates.
 * Source: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny access".
 */
export type PrincipalMatch = 'caller' | 'role' | 'account';

/** A `Principal` or `NotPrincipal` element: the values of its types `AWS`, `Service` and `Federated`. */
export interface PrincipalElement {
  readonly negated: boolean;
  readonly principals: readonly string[];
}

const TYPES = ['AWS', 'Service', 'Federated'];

/** Reads the pairs of type and value of a `Principal` or `NotPrincipal` element. */
export function readPrincipals(
  pairs: readonly (readonly [type: string, value: string])[],
  place: StatementPlace,
  negated: boolean,
): PrincipalElement {
  const element = negated ? 'NotPrincipal' : 'Principal';
  for (const [type, value] of pairs) {
    if (!TYPES.includes(type)) {
      throw new PolicyNotUnderstood(place, element, `has the type "${type}", which firebreak cannot resolve`);
    }
    if (type === 'AWS' && !isAwsPrincipal(value)) {
      throw new PolicyNotUnderstood(place, element, `expects "*", an account or a whole ARN, not "${value}"`);
    }
    if (type !== 'AWS' && /[*?]/.test(value)) {
      throw new PolicyNotUnderstood(place, element, `expects a whole name for "${type}", not "${value}"`);
    }
  }
  return { negated, principals: pairs.map(([, value]) => value) };
}

/** A unique id stands where a user or role has been deleted; it then names nobody. */
function isAwsPrincipal(value: string): boolean {
  if (value === '*' || /^\d{12}$/.test(value) || uniqueIdPrefix(value) !== undefined) return true;
  return parseArn(value) !== undefined && !/[*?]/.test(value);
}

/**
 * Whether the element covers the caller, and by which name.
 *
 * A caller escapes `NotPrincipal` only when each of its names is listed: session, role and account.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal" and "NotPrincipal".
 */
export function matchPrincipal(
  { negated, principals }: PrincipalElement,
  caller: AuthorizationRequest['principal'],
): PrincipalMatch | undefined {
  const names = namesOf(caller);
  if (principals.includes('*')) return negated ? undefined : 'caller';
  const isListed = ({ means }: CallerName) => principals.some(means);
  if (!negated) return names.find(isListed)?.as;
  return names.every(isListed) ? undefined : 'caller';
}

interface CallerName {
  readonly as: PrincipalMatch;
  readonly means: (principal: string) => boolean;
}

function namesOf({ arn, accountId }: AuthorizationRequest['principal']): CallerName[] {
  const isRole = roleNameOfArn(arn) !== undefined;
  const names: CallerName[] = [{ as: isRole ? 'role' : 'caller', means: (principal) => principal === arn }];
  const parts = parseArn(arn);
  if (parts === undefined) return names;
  const session = assumedRoleOfArn(arn);
  if (session !== undefined) {
    // A session's ARN leaves the path of its role out, and names are unique in an account whatever the path.
    names.push({
      as: 'role',
      means: (principal) =>
        roleNameOfArn(principal) === session.roleName &&
        principal.startsWith(`arn:${parts.partition}:iam::${parts.accountId}:`),
    });
  }
  const account = [accountId, `arn:${parts.partition}:iam::${accountId}:root`];
  return [...names, { as: 'account', means: (principal) => account.includes(principal) }];
}
