import {
  type AuthorizationRequest,
  authorize,
  type Decision,
  type NamedPolicy,
  type PolicySet,
} from '@firebreak/iam';

/** What is asked of a role's trust policy. */
export interface TrustQuestion {
  readonly request: AuthorizationRequest;
  /** The caller's own policies. */
  readonly policies: PolicySet;
  readonly trust: NamedPolicy;
  /** The account of the role, 12 digits. */
  readonly roleAccount: string;
}

/**
 * Decides on AssumeRole. The trust policy must name the caller or its account; for a role of another account the
 * caller's own policies must allow the call besides, however exactly the trust policy names it.
 * Source: IAM User Guide, "Cross-account policy evaluation logic".
 */
export function decideOnTrust({ request, policies, trust, roleAccount }: TrustQuestion): Decision {
  const decision = authorize(request, { ...policies, resource: trust });
  const crossing = roleAccount !== request.principal.accountId;
  return crossing && decision.result === 'allowed' ? authorize(request, policies) : decision;
}
