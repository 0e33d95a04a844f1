import {
  ListAttachedUserPoliciesCommand,
  type ListAttachedUserPoliciesRequest,
  type ListAttachedUserPoliciesResponse,
} from '@aws-sdk/client-iam';
import { findUser, userResource } from './iam-entity.ts';
import type { OperationDefinition } from './operation.ts';
import { page } from './page.ts';

const listAttachedUserPolicies: OperationDefinition<
  ListAttachedUserPoliciesRequest,
  ListAttachedUserPoliciesResponse
> = {
  service: 'iam',
  name: 'ListAttachedUserPolicies',
  Command: ListAttachedUserPoliciesCommand,
  action: 'iam:ListAttachedUserPolicies',
  changes: false,
  resource: ({ UserName }, call) => userResource(call, UserName),
  answer(input, call) {
    const { items, ...rest } = page(findUser(call, input.UserName).attachedPolicies, input);
    const attached = items.map((arn) => ({
      PolicyArn: arn,
      PolicyName: arn.slice(arn.lastIndexOf('/') + 1),
    }));
    return { AttachedPolicies: attached, ...rest };
  },
};

/** Reads which managed policies are attached. */
export const ATTACHED_POLICY_OPERATIONS = [listAttachedUserPolicies];
