import { type AuthorizationRequest, authorize, type Decision, type PolicySet } from '@firebreak/iam';
import { effectivePolicies, parsePolicy } from '../organisation/effective-policies.ts';
import { requestContext } from '../organisation/request-context.ts';
import { denialFault } from './denial-fault.ts';
import type { Call, Operation } from './operation.ts';

/**
 * Decides whether the caller may do what it asks, by the policies that govern it now.
 *
 * @throws the service's AccessDenied, in AWS's words.
 */
export function authoriseCall(operation: Operation, input: object, call: Call): Decision {
  if (operation.action === undefined)
    return { result: 'allowed', because: `AWS asks for no permission for ${operation.name}.` };
  const request = authorisationRequest(operation.action, operation.resource(input, call), call, {
    ...operation.context?.(input),
  });
  const policies = effectivePolicies(call.account, call.caller);
  const decision =
    operation.decide?.(request, policies, input, call) ?? decide(operation, request, policies, input, call);
  if (decision.result !== 'allowed')
    throw new Denied(decision, denialFault(operation.service, { request, policies, decision }));
  return decision;
}

/** Carries the reason of a denial beside the exception that the client is going to see. */
export class Denied extends Error {
  readonly decision: Decision;
  readonly fault: Error;

  constructor(decision: Decision, fault: Error) {
    super(fault.message, { cause: fault });
    this.name = 'Denied';
    this.decision = decision;
    this.fault = fault;
  }
}

/** The caller's request as policies are evaluated on it. */
export function authorisationRequest(
  action: string,
  resource: string,
  { caller, now, sourceIp }: Call,
  more: AuthorizationRequest['context'],
): AuthorizationRequest {
  return {
    action,
    resource,
    principal: { arn: caller.arn, accountId: caller.accountId },
    context: { ...requestContext(caller, { now, sourceIp }), ...more },
  };
}

function decide(
  operation: Operation,
  request: AuthorizationRequest,
  policies: PolicySet,
  input: object,
  call: Call,
): Decision {
  const resource = operation.resourcePolicy?.(input, call);
  if (resource === undefined) return authorize(request, policies);
  return authorize(request, {
    ...policies,
    resource: { name: resource.name, document: parsePolicy(resource.text) },
  });
}
