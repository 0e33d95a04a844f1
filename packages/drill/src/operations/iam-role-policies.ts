import {
  DeleteRolePolicyCommand,
  type DeleteRolePolicyRequest,
  GetRolePolicyCommand,
  type GetRolePolicyRequest,
  type GetRolePolicyResponse,
  ListRolePoliciesCommand,
  type ListRolePoliciesRequest,
  type ListRolePoliciesResponse,
  PutRolePolicyCommand,
  type PutRolePolicyRequest,
} from '@aws-sdk/client-iam';
import { own } from '../organisation/own.ts';
import { refuseUnacceptedPolicy } from './accepted-policy.ts';
import { encodedPolicy } from './encoded-policy.ts';
import { findRole, noSuchEntity, roleResource } from './iam-entity.ts';
import type { OperationDefinition } from './operation.ts';
import { page } from './page.ts';

const listRolePolicies: OperationDefinition<ListRolePoliciesRequest, ListRolePoliciesResponse> = {
  service: 'iam',
  name: 'ListRolePolicies',
  Command: ListRolePoliciesCommand,
  action: 'iam:ListRolePolicies',
  changes: false,
  resource: ({ RoleName }, call) => roleResource(call, RoleName),
  answer(input, call) {
    const names = Object.keys(findRole(call, input.RoleName).inlinePolicies).sort();
    const { items, ...rest } = page(names, input);
    return { PolicyNames: items, ...rest };
  },
};

const getRolePolicy: OperationDefinition<GetRolePolicyRequest, GetRolePolicyResponse> = {
  service: 'iam',
  name: 'GetRolePolicy',
  Command: GetRolePolicyCommand,
  action: 'iam:GetRolePolicy',
  changes: false,
  resource: ({ RoleName }, call) => roleResource(call, RoleName),
  answer({ RoleName, PolicyName }, call) {
    const text = own(findRole(call, RoleName).inlinePolicies, PolicyName ?? '');
    if (text === undefined) throw noSuchPolicy(PolicyName);
    return { RoleName, PolicyName, PolicyDocument: encodedPolicy(text) };
  },
};

const putRolePolicy: OperationDefinition<PutRolePolicyRequest, object> = {
  service: 'iam',
  name: 'PutRolePolicy',
  Command: PutRolePolicyCommand,
  action: 'iam:PutRolePolicy',
  changes: true,
  resource: ({ RoleName }, call) => roleResource(call, RoleName),
  answer({ RoleName = '', PolicyName = '', PolicyDocument = '' }, call) {
    const { inlinePolicies } = findRole(call, RoleName);
    refuseUnacceptedPolicy({
      kind: 'role',
      holder: RoleName,
      name: PolicyName,
      text: PolicyDocument,
      present: inlinePolicies,
    });
    inlinePolicies[PolicyName] = PolicyDocument;
    return {};
  },
};

const deleteRolePolicy: OperationDefinition<DeleteRolePolicyRequest, object> = {
  service: 'iam',
  name: 'DeleteRolePolicy',
  Command: DeleteRolePolicyCommand,
  action: 'iam:DeleteRolePolicy',
  changes: true,
  resource: ({ RoleName }, call) => roleResource(call, RoleName),
  answer({ RoleName, PolicyName = '' }, call) {
    const { inlinePolicies } = findRole(call, RoleName);
    if (own(inlinePolicies, PolicyName) === undefined) throw noSuchPolicy(PolicyName);
    delete inlinePolicies[PolicyName];
    return {};
  },
};

function noSuchPolicy(name: string | undefined): Error {
  return noSuchEntity(`The role policy with name ${name} cannot be found.`);
}

/** Reads and changes the inline policies of roles. */
export const ROLE_POLICY_OPERATIONS = [listRolePolicies, getRolePolicy, putRolePolicy, deleteRolePolicy];
