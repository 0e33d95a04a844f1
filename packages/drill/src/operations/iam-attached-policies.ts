import {
  AttachUserPolicyCommand,
  type AttachUserPolicyRequest,
  DetachUserPolicyCommand,
  type DetachUserPolicyRequest,
  LimitExceededException,
  ListAttachedUserPoliciesCommand,
  type ListAttachedUserPoliciesRequest,
  type ListAttachedUserPoliciesResponse,
} from '@aws-sdk/client-iam';
import { findManagedPolicy } from '../organisation/managed-policies.ts';
import { findUser, noSuchEntity, userResource } from './iam-entity.ts';
import type { Call, OperationDefinition } from './operation.ts';
import { page } from './page.ts';
import { metadata } from './service-fault.ts';

/** The default; a raised quota allows up to 20. Source: IAM User Guide, "IAM and AWS STS quotas". */
const POLICIES_PER_USER = 10;

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

const attachUserPolicy: OperationDefinition<AttachUserPolicyRequest, object> = {
  service: 'iam',
  name: 'AttachUserPolicy',
  Command: AttachUserPolicyCommand,
  action: 'iam:AttachUserPolicy',
  changes: true,
  resource: ({ UserName }, call) => userResource(call, UserName),
  context: ({ PolicyArn = '' }) => ({ 'iam:PolicyARN': PolicyArn }),
  answer({ UserName, PolicyArn = '' }, call) {
    const { attachedPolicies } = findUser(call, UserName);
    refuseUnknownPolicy(call, PolicyArn);
    if (attachedPolicies.includes(PolicyArn)) return {};
    if (attachedPolicies.length >= POLICIES_PER_USER)
      throw new LimitExceededException({
        message: `Cannot exceed quota for PoliciesPerUser: ${POLICIES_PER_USER}`,
        $metadata: metadata(409),
      });
    attachedPolicies.push(PolicyArn);
    return {};
  },
};

const detachUserPolicy: OperationDefinition<DetachUserPolicyRequest, object> = {
  service: 'iam',
  name: 'DetachUserPolicy',
  Command: DetachUserPolicyCommand,
  action: 'iam:DetachUserPolicy',
  changes: true,
  resource: ({ UserName }, call) => userResource(call, UserName),
  context: ({ PolicyArn = '' }) => ({ 'iam:PolicyARN': PolicyArn }),
  answer({ UserName, PolicyArn = '' }, call) {
    const { attachedPolicies } = findUser(call, UserName);
    const at = attachedPolicies.indexOf(PolicyArn);
    if (at === -1) throw noSuchEntity(`Policy ${PolicyArn} was not found.`);
    attachedPolicies.splice(at, 1);
    return {};
  },
};

/** @throws IAM's NoSuchEntity for a managed policy that the account cannot use. */
export function refuseUnknownPolicy({ account }: Call, arn: string): void {
  if (findManagedPolicy(account.policies, arn) === undefined)
    throw noSuchEntity(`Policy ${arn} does not exist or is not attachable.`);
}

/** Reads and changes which managed policies are attached. */
export const ATTACHED_POLICY_OPERATIONS = [listAttachedUserPolicies, attachUserPolicy, detachUserPolicy];
