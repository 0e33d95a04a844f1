import {
  type AuthorizationRequest,
  authorize,
  type Decision,
  type NamedPolicy,
  type PolicySet,
} from '@firebreak/iam';
import { type Service, serviceFault } from './service-fault.ts';

/** A request that was denied, by what, and how. */
export interface Denial {
  readonly request: AuthorizationRequest;
  readonly policies: PolicySet;
  readonly decision: Decision;
}

/**
 * The service's AccessDenied with AWS's sentence.
 * Source: IAM User Guide, "Troubleshoot access denied error messages" (troubleshoot_access-denied).
 */
export function denialFault(service: Service, { request, policies, decision }: Denial): Error {
  const { action, resource, principal } = request;
  const shown = service === 's3' ? `"${resource}"` : resource;
  const lead = `User: ${principal.arn} is not authorized to perform: ${action} on resource: ${shown}`;
  return serviceFault(service, 'AccessDenied', `${lead}${reason(request, policies, decision)}`, 403);
}

function reason(request: AuthorizationRequest, policies: PolicySet, decision: Decision): string {
  if (decision.result === 'explicitly-denied')
    return ` with an explicit deny in ${kindThatDenies(policies, decision)}`;
  // Of a role that does not trust the caller AWS says no more.
  if (request.action === 'sts:AssumeRole') return '';
  return ` because no ${kindThatIsSilent(request, policies)} allows the ${request.action} action`;
}

function kindThatDenies(policies: PolicySet, { decidedBy }: Decision): string {
  const named = ({ name }: NamedPolicy) => name === decidedBy?.policy;
  if (policies.identity.some(named)) return 'an identity-based policy';
  if (policies.session?.some(named)) return 'a session policy';
  if (policies.boundary !== undefined && named(policies.boundary)) return 'a permissions boundary';
  if (policies.serviceControl?.some((level) => level.some(named))) return 'a service control policy';
  return 'a resource-based policy';
}

function kindThatIsSilent(request: AuthorizationRequest, policies: PolicySet): string {
  const { boundary, serviceControl = [], identity } = policies;
  const { accountId } = request.principal;
  // Asked for a user without a name, since sessions and federated users have further limits of their own.
  const anyone = { ...request, principal: { accountId, arn: `arn:aws:iam::${accountId}:user/anyone` } };
  const allows = (alone: readonly NamedPolicy[]) =>
    authorize(anyone, { identity: alone }).result === 'allowed';
  if (!serviceControl.every(allows)) return 'service control policy';
  if (!allows(identity)) return 'identity-based policy';
  return boundary !== undefined && !allows([boundary]) ? 'permissions boundary' : 'session policy';
}
