import type { Caller } from './caller.ts';
import type { Session } from './organisation-schema.ts';

type RoleSession = Extract<Session, { readonly kind: 'assumed-role' }>;

/** A value of a condition key. */
export type ContextValue = string | readonly string[] | number | boolean;

/**
 * The global condition keys that every call carries. `aws:TokenIssueTime` exists for temporary credentials only, and
 * `aws:username` for IAM users only: a policy that compares a missing key does not match.
 * Source: IAM User Guide, "AWS global condition context keys" (reference_policies_condition-keys).
 */
export function requestContext(
  caller: Caller,
  { now, sourceIp }: { readonly now: Date; readonly sourceIp: string },
): Record<string, ContextValue> {
  const { session, governedBy } = caller;
  return {
    'aws:PrincipalArn': caller.principalArn,
    'aws:PrincipalAccount': caller.accountId,
    'aws:userid': caller.userId,
    'aws:SourceIp': sourceIp,
    'aws:CurrentTime': now.toISOString(),
    'aws:SecureTransport': true,
    ...(session === undefined ? {} : { 'aws:TokenIssueTime': session.issuedAt }),
    ...(governedBy.kind === 'user' && session?.kind !== 'federation-token'
      ? { 'aws:username': governedBy.name, 'aws:PrincipalType': 'User' }
      : {}),
    ...(session?.kind === 'assumed-role' ? fromIssuing(session) : {}),
    ...(governedBy.kind === 'role' ? { 'aws:PrincipalType': 'AssumedRole' } : {}),
  };
}

/** What the issuing of a role's session left behind. */
function fromIssuing({ sourceIdentity, sourceInstanceArn }: RoleSession): Record<string, ContextValue> {
  return {
    ...(sourceIdentity === undefined ? {} : { 'aws:SourceIdentity': sourceIdentity }),
    ...(sourceInstanceArn === undefined ? {} : { 'ec2:SourceInstanceARN': sourceInstanceArn }),
  };
}
