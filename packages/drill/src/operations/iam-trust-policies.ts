import { UpdateAssumeRolePolicyCommand, type UpdateAssumeRolePolicyRequest } from '@aws-sdk/client-iam';
import { refuseUnacceptedTrust } from './accepted-trust.ts';
import { findRole, roleResource } from './iam-entity.ts';
import type { OperationDefinition } from './operation.ts';

const updateAssumeRolePolicy: OperationDefinition<UpdateAssumeRolePolicyRequest, object> = {
  service: 'iam',
  name: 'UpdateAssumeRolePolicy',
  Command: UpdateAssumeRolePolicyCommand,
  action: 'iam:UpdateAssumeRolePolicy',
  changes: true,
  resource: ({ RoleName }, call) => roleResource(call, RoleName),
  answer({ RoleName, PolicyDocument = '' }, call) {
    const role = findRole(call, RoleName);
    refuseUnacceptedTrust(PolicyDocument);
    role.trustPolicy = PolicyDocument;
    return {};
  },
};

/** Changes whom roles trust. */
export const TRUST_POLICY_OPERATIONS = [updateAssumeRolePolicy];
