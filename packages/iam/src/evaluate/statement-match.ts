import type { AuthorizationRequest } from './authorization-request.ts';
import { PolicyNotUnderstood, type StatementPlace } from './errors.ts';
import { globMatches } from './glob.ts';
import { fillPolicyText, patternOf } from './policy-text.ts';
import { matchPrincipal, type PrincipalMatch } from './principal-match.ts';
import type { ReadStatement } from './read-policy.ts';
import type { RequestContext } from './request-context.ts';

/**
 * Whether a statement applies to a request, and by which name it means the caller. Policies without a `Principal`
 * are attached to the caller, so they mean it directly.
 * Source: IAM User Guide, "IAM JSON policy elements reference".
 */
export function matchStatement(
  statement: ReadStatement,
  request: AuthorizationRequest,
  context: RequestContext,
): PrincipalMatch | undefined {
  const { action, principal, conditions } = statement;
  const name = request.action.toLowerCase();
  if (action.patterns.some((pattern) => globMatches(pattern, name)) === action.negated) return undefined;
  const match = principal === undefined ? 'caller' : matchPrincipal(principal, request.principal);
  if (match === undefined || !resourceMatches(statement, request.resource, context)) return undefined;
  return conditions.every((holds) => holds(context)) ? match : undefined;
}

/** Case-sensitive; `*` may run over colons (reference_policies_elements_resource). */
function resourceMatches(
  { resource, place }: { resource: ReadStatement['resource']; place: StatementPlace },
  requested: string,
  context: RequestContext,
): boolean {
  if (resource === undefined) return true;
  const filled = resource.patterns.map((pattern) => fillPolicyText(pattern, context));
  if (filled.some((text) => text !== undefined && globMatches(patternOf(text), requested))) {
    return !resource.negated;
  }
  if (resource.negated && filled.includes(undefined)) {
    throw new PolicyNotUnderstood(place, 'NotResource', 'has a variable without a value in this request');
  }
  return resource.negated;
}
