import { parseArn } from '../arn.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import type { Decision } from './decision.ts';
import type { StatementPlace } from './errors.ts';
import type { NamedPolicy, PolicyKind, PolicySet } from './policy-set.ts';
import { requestContext } from './request-context.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/**
 * Decides a request as AWS does inside one account: an explicit deny wins; every level of service control policies
 * must allow; then a resource policy or an identity policy must grant, within the boundary and the session policies.
 *
 * It knows nothing of resource control policies, grants of KMS, access from another account, and of the calls that
 * AWS refuses to some credentials whatever their policies. `sts:GetCallerIdentity` alone is known to be always open.
 *
 * @throws PolicyNotUnderstood when a policy has no certain meaning.
 *
 * Source: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny access"
 * (reference_policies_evaluation-logic_policy-eval-denyallow).
 */
export function authorize(request: AuthorizationRequest, policies: PolicySet): Decision {
  const call = `${request.action} on ${request.resource}`;
  const context = requestContext(request);
  const ask = (of: readonly NamedPolicy[], kind: PolicyKind) => verdictOf(of, kind, request, context);
  const isRoot = resourceOf(request.principal.arn) === 'root';

  const levels = (policies.serviceControl ?? []).map((level) => ask(level, 'service control policy'));
  const resource = ask(listOf(policies.resource), 'resource policy');
  const identity = ask(isRoot ? [] : policies.identity, 'identity policy');
  const boundary = isRoot ? undefined : policies.boundary && ask([policies.boundary], 'permissions boundary');
  const hasSession = policies.session !== undefined && policies.session.length > 0;
  const session = hasSession ? ask(policies.session, 'session policy') : undefined;

  // AWS: "No permissions are required", not even in the face of an explicit deny (STS API, GetCallerIdentity).
  if (request.action.toLowerCase() === 'sts:getcalleridentity') {
    return { result: 'allowed', because: 'AWS answers sts:GetCallerIdentity whatever the policies say.' };
  }

  const denied = [...levels, resource, identity, boundary, session].find(
    (verdict) => verdict?.denied,
  )?.denied;
  if (denied !== undefined) return decide('explicitly-denied', `${quote(denied)} denies ${call}.`, denied);

  const closed = levels.findIndex((verdict) => grantOf(verdict) === undefined);
  if (closed >= 0) {
    const level = `level ${closed + 1} of ${levels.length}`;
    return decide('implicitly-denied', `No service control policy at ${level} allows ${call}.`);
  }

  if (policies.resource !== undefined && mustNameCaller(request) && grantOf(resource) === undefined) {
    return decide(
      'implicitly-denied',
      `The resource policy "${policies.resource.name}" must allow ${call}, and does not.`,
    );
  }
  const { caller: direct, role } = resource.allowed;
  if (direct !== undefined) return allow(direct, call);

  const granted = role ?? grantOf(identity);
  if (!isRoot && granted === undefined) {
    const { account } = resource.allowed;
    const leaves = account && ` ${quote(account)} leaves it to the account's identity policies.`;
    return decide('implicitly-denied', `No identity policy allows ${call}.${leaves ?? ''}`);
  }
  if (boundary !== undefined && grantOf(boundary) === undefined) {
    return decide(
      'implicitly-denied',
      `The permissions boundary "${policies.boundary?.name}" does not allow ${call}.`,
    );
  }
  if (session !== undefined && grantOf(session) === undefined) {
    return decide('implicitly-denied', `No session policy allows ${call}.`);
  }
  if (session === undefined && resourceOf(request.principal.arn)?.startsWith('federated-user/')) {
    // AWS: without session policies "the resulting federated user session has no permissions" (STS, GetFederationToken).
    return decide('implicitly-denied', `A federated user without session policies may not call ${call}.`);
  }
  if (granted !== undefined) return allow(granted, call);
  return decide('allowed', `The root user may call ${call} without any grant.`);
}

/**
 * A key policy and a trust policy have to allow the caller or its account; an identity policy alone grants nothing.
 * Source: IAM User Guide, same page, "Resource-based policies"; KMS Developer Guide, "Key policies".
 */
function mustNameCaller({ action, resource }: AuthorizationRequest): boolean {
  const arn = parseArn(resource);
  if (arn?.service === 'kms') return arn.resource.startsWith('key/');
  return arn?.service === 'iam' && arn.resource.startsWith('role/') && /^sts:/i.test(action);
}

/** The statement by which the policies of one kind allow the request, whichever name of the caller it used. */
function grantOf({ allowed }: Verdict): StatementPlace | undefined {
  return allowed.caller ?? allowed.role ?? allowed.account;
}

function allow(by: StatementPlace, call: string): Decision {
  return decide('allowed', `${quote(by)} allows ${call}, and no policy denies it.`, by);
}

function decide(result: Decision['result'], because: string, by?: StatementPlace): Decision {
  if (by === undefined) return { result, because };
  return { result, because, decidedBy: { policy: by.policy, statement: by.statement } };
}

function quote({ kind, policy, statement }: StatementPlace): string {
  return `Statement ${statement} of the ${kind} "${policy}"`;
}

function resourceOf(arn: string): string | undefined {
  return parseArn(arn)?.resource;
}

function listOf(policy: NamedPolicy | undefined): readonly NamedPolicy[] {
  return policy === undefined ? [] : [policy];
}
