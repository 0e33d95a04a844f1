import type { AuthorizationRequest } from './authorization-request.ts';
import type { StatementPlace } from './errors.ts';
import type { NamedPolicy, PolicyKind } from './policy-set.ts';
import type { PrincipalMatch } from './principal-match.ts';
import { readPolicy } from './read-policy.ts';
import type { RequestContext } from './request-context.ts';
import { matchStatement } from './statement-match.ts';

/** What the policies of one kind say to a request, taken together. */
export interface Verdict {
  /** The first statement that denies. */
  readonly denied: StatementPlace | undefined;
  /** The first statement that allows the caller by each of its names. */
  readonly allowed: Readonly<Partial<Record<PrincipalMatch, StatementPlace>>>;
}

/** Asks every statement, also after the first that denies, so that one that is not understood never goes unseen. */
export function verdictOf(
  policies: readonly NamedPolicy[],
  kind: PolicyKind,
  request: AuthorizationRequest,
  context: RequestContext,
): Verdict {
  let denied: StatementPlace | undefined;
  const allowed: Partial<Record<PrincipalMatch, StatementPlace>> = {};
  for (const statement of policies.flatMap((policy) => readPolicy(policy, kind))) {
    const match = matchStatement(statement, request, context);
    if (match === undefined) continue;
    if (statement.effect === 'Deny') denied ??= statement.place;
    else allowed[match] ??= statement.place;
  }
  return { denied, allowed };
}
