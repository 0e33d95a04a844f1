import {
  GetRoleCommand,
  type GetRoleRequest,
  type GetRoleResponse,
  ListRolesCommand,
  type ListRolesRequest,
  type ListRolesResponse,
  type Role,
} from '@aws-sdk/client-iam';
import { roleArn } from '../organisation/entity-arn.ts';
import type { RoleState } from '../organisation/organisation-schema.ts';
import { encodedPolicy } from './encoded-policy.ts';
import { boundaryAndTags, entitiesBelow, findRole, roleResource } from './iam-entity.ts';
import type { OperationDefinition } from './operation.ts';
import { page } from './page.ts';

const getRole: OperationDefinition<GetRoleRequest, GetRoleResponse> = {
  service: 'iam',
  name: 'GetRole',
  Command: GetRoleCommand,
  action: 'iam:GetRole',
  changes: false,
  resource: ({ RoleName }, call) => roleResource(call, RoleName),
  answer({ RoleName = '' }, call) {
    const role = findRole(call, RoleName);
    return {
      Role: {
        ...roleSummary(call.caller.accountId, RoleName, role),
        ...boundaryAndTags(role),
      },
    };
  },
};

const listRoles: OperationDefinition<ListRolesRequest, ListRolesResponse> = {
  service: 'iam',
  name: 'ListRoles',
  Command: ListRolesCommand,
  action: 'iam:ListRoles',
  changes: false,
  resource: ({ PathPrefix = '/' }, { caller }) => roleArn(caller.accountId, PathPrefix, ''),
  answer(input, { account, caller }) {
    const roles = entitiesBelow(account.roles, input.PathPrefix).map(([name, role]) =>
      roleSummary(caller.accountId, name, role),
    );
    const { items, ...rest } = page(roles, input);
    return { Roles: items, ...rest };
  },
};

/** What a list shows of a role. */
export function roleSummary(accountId: string, name: string, role: RoleState): Role {
  return {
    Path: role.path,
    RoleName: name,
    RoleId: role.roleId,
    Arn: roleArn(accountId, role.path, name),
    CreateDate: new Date(role.createDate),
    AssumeRolePolicyDocument: encodedPolicy(role.trustPolicy),
    MaxSessionDuration: role.maxSessionDuration,
    ...(role.description === undefined ? {} : { Description: role.description }),
  };
}

/** Reads roles. */
export const ROLE_OPERATIONS = [getRole, listRoles];
