import {
  DeleteUserPolicyCommand,
  type DeleteUserPolicyRequest,
  GetUserPolicyCommand,
  type GetUserPolicyRequest,
  type GetUserPolicyResponse,
  ListUserPoliciesCommand,
  type ListUserPoliciesRequest,
  type ListUserPoliciesResponse,
  PutUserPolicyCommand,
  type PutUserPolicyRequest,
} from '@aws-sdk/client-iam';
import { own } from '../organisation/own.ts';
import { refuseUnacceptedPolicy } from './accepted-policy.ts';
import { encodedPolicy } from './encoded-policy.ts';
import { findUser, noSuchEntity, userResource } from './iam-entity.ts';
import type { OperationDefinition } from './operation.ts';
import { page } from './page.ts';

const listUserPolicies: OperationDefinition<ListUserPoliciesRequest, ListUserPoliciesResponse> = {
  service: 'iam',
  name: 'ListUserPolicies',
  Command: ListUserPoliciesCommand,
  action: 'iam:ListUserPolicies',
  changes: false,
  resource: ({ UserName }, call) => userResource(call, UserName),
  answer(input, call) {
    const names = Object.keys(findUser(call, input.UserName).inlinePolicies).sort();
    const { items, ...rest } = page(names, input);
    return { PolicyNames: items, ...rest };
  },
};

const getUserPolicy: OperationDefinition<GetUserPolicyRequest, GetUserPolicyResponse> = {
  service: 'iam',
  name: 'GetUserPolicy',
  Command: GetUserPolicyCommand,
  action: 'iam:GetUserPolicy',
  changes: false,
  resource: ({ UserName }, call) => userResource(call, UserName),
  answer({ UserName, PolicyName }, call) {
    const text = own(findUser(call, UserName).inlinePolicies, PolicyName ?? '');
    if (text === undefined) throw noSuchPolicy(PolicyName);
    return { UserName, PolicyName, PolicyDocument: encodedPolicy(text) };
  },
};

const putUserPolicy: OperationDefinition<PutUserPolicyRequest, object> = {
  service: 'iam',
  name: 'PutUserPolicy',
  Command: PutUserPolicyCommand,
  action: 'iam:PutUserPolicy',
  changes: true,
  resource: ({ UserName }, call) => userResource(call, UserName),
  answer({ UserName = '', PolicyName = '', PolicyDocument = '' }, call) {
    const { inlinePolicies } = findUser(call, UserName);
    refuseUnacceptedPolicy({
      kind: 'user',
      holder: UserName,
      name: PolicyName,
      text: PolicyDocument,
      present: inlinePolicies,
    });
    inlinePolicies[PolicyName] = PolicyDocument;
    return {};
  },
};

const deleteUserPolicy: OperationDefinition<DeleteUserPolicyRequest, object> = {
  service: 'iam',
  name: 'DeleteUserPolicy',
  Command: DeleteUserPolicyCommand,
  action: 'iam:DeleteUserPolicy',
  changes: true,
  resource: ({ UserName }, call) => userResource(call, UserName),
  answer({ UserName, PolicyName = '' }, call) {
    const { inlinePolicies } = findUser(call, UserName);
    if (own(inlinePolicies, PolicyName) === undefined) throw noSuchPolicy(PolicyName);
    delete inlinePolicies[PolicyName];
    return {};
  },
};

function noSuchPolicy(name: string | undefined): Error {
  return noSuchEntity(`The user policy with name ${name} cannot be found.`);
}

/** Reads and changes the inline policies of users. */
export const USER_POLICY_OPERATIONS = [listUserPolicies, getUserPolicy, putUserPolicy, deleteUserPolicy];
