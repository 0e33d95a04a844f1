import type { NamedPolicy, PolicyDocument, PolicySet } from '@firebreak/iam';
import type { Caller } from './caller.ts';
import { findManagedPolicy } from './managed-policies.ts';
import type { AccountState } from './organisation-schema.ts';
import { own } from './own.ts';

/**
 * Gathers a caller's policies. A GetSessionToken session has its user's, an AssumeRole session its role's, and a
 * federated one its user's within the policy that it was issued with.
 * Source: IAM User Guide, "Permissions for temporary security credentials".
 */
export function effectivePolicies(account: AccountState, caller: Caller): PolicySet {
  const { governedBy, session } = caller;
  const { kind, name } = governedBy;
  const holder = kind === 'user' ? own(account.users, name) : own(account.roles, name);
  if (holder === undefined) return { identity: [] };
  const groups = 'groups' in holder ? holder.groups : [];
  const identity = [
    ...policiesOf(account, holder),
    ...groups.flatMap((groupName) => {
      const group = own(account.groups, groupName);
      return group === undefined ? [] : policiesOf(account, group);
    }),
  ];
  const levels = account.serviceControlPolicies;
  return {
    identity,
    ...boundaryPolicy(account, holder.permissionsBoundary),
    ...sessionPolicies(session),
    ...(levels.length === 0 ? {} : { serviceControl: levels.map(named) }),
  };
}

function policiesOf(
  account: AccountState,
  holder: { readonly inlinePolicies: Record<string, string>; readonly attachedPolicies: readonly string[] },
): NamedPolicy[] {
  return [...named(holder.inlinePolicies), ...managed(account, holder.attachedPolicies)];
}

function boundaryPolicy(account: AccountState, arn: string | undefined): { boundary?: NamedPolicy } {
  if (arn === undefined) return {};
  const [policy] = managed(account, [arn]);
  // A boundary whose policy is gone allows nothing.
  return { boundary: policy ?? { name: arn, document: { Version: '2012-10-17', Statement: [] } } };
}

function sessionPolicies(session: Caller['session']): { session?: NamedPolicy[] } {
  if (session === undefined || session.kind === 'session-token') return {};
  if (session.policy !== undefined) return { session: named({ 'session policy': session.policy }) };
  return {};
}

function managed(account: AccountState, arns: readonly string[]): NamedPolicy[] {
  return arns.flatMap((arn) => {
    const policy = findManagedPolicy(account.policies, arn);
    return policy === undefined ? [] : named({ [arn.slice(arn.lastIndexOf('/') + 1)]: policy.document });
  });
}

function named(policies: Readonly<Record<string, string>>): NamedPolicy[] {
  return Object.entries(policies).map(([name, text]) => ({ name, document: parsePolicy(text) }));
}

/** A stored policy as a document. The state holds only texts that passed IAM's grammar. */
export function parsePolicy(text: string): PolicyDocument {
  return JSON.parse(text) as PolicyDocument;
}
