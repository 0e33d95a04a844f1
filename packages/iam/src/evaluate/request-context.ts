import { assumedRoleOfArn, parseArn } from '../arn.ts';
import type { AuthorizationRequest } from './authorization-request.ts';

/** Condition keys in lower case to their values. No key has an empty list: that would be an absent key. */
export type RequestContext = ReadonlyMap<string, readonly string[]>;

/**
 * The condition keys of a request: those given, and those that follow from the principal.
 * Source: IAM User Guide, "AWS global condition context keys" (reference_policies_condition-keys).
 */
export function requestContext({ principal, context }: AuthorizationRequest): RequestContext {
  const values = new Map<string, readonly string[]>();
  const add = (key: string, given: AuthorizationRequest['context'][string] | undefined) => {
    if (given === undefined) return;
    const list = typeof given === 'object' ? given : [String(given)];
    if (list.length > 0) values.set(key.toLowerCase(), list);
  };
  add('aws:PrincipalAccount', principal.accountId);
  add('aws:PrincipalArn', principalArn(principal.arn));
  add('aws:username', userName(principal.arn));
  for (const [key, given] of Object.entries(context)) add(key, given);
  return values;
}

/** For a role session the key holds the ARN of the role, not of the session. */
function principalArn(arn: string): string {
  const session = assumedRoleOfArn(arn);
  const parts = parseArn(arn);
  if (session === undefined || parts === undefined) return arn;
  return `arn:${parts.partition}:iam::${parts.accountId}:role/${session.roleName}`;
}

/** Present for IAM users alone, without their path. */
function userName(arn: string): string | undefined {
  const parts = parseArn(arn);
  if (parts?.service !== 'iam' || !parts.resource.startsWith('user/')) return undefined;
  return parts.resource.slice(parts.resource.lastIndexOf('/') + 1);
}
