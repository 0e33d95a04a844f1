import {
  DeleteUserPermissionsBoundaryCommand,
  type DeleteUserPermissionsBoundaryRequest,
  PutUserPermissionsBoundaryCommand,
  type PutUserPermissionsBoundaryRequest,
} from '@aws-sdk/client-iam';
import { refuseUnknownPolicy } from './iam-attached-policies.ts';
import { findUser, noSuchEntity, userResource } from './iam-entity.ts';
import type { OperationDefinition } from './operation.ts';

const putUserPermissionsBoundary: OperationDefinition<PutUserPermissionsBoundaryRequest, object> = {
  service: 'iam',
  name: 'PutUserPermissionsBoundary',
  Command: PutUserPermissionsBoundaryCommand,
  action: 'iam:PutUserPermissionsBoundary',
  changes: true,
  resource: ({ UserName }, call) => userResource(call, UserName),
  context: ({ PermissionsBoundary = '' }) => ({ 'iam:PermissionsBoundary': PermissionsBoundary }),
  answer({ UserName, PermissionsBoundary = '' }, call) {
    const user = findUser(call, UserName);
    refuseUnknownPolicy(call, PermissionsBoundary);
    user.permissionsBoundary = PermissionsBoundary;
    return {};
  },
};

const deleteUserPermissionsBoundary: OperationDefinition<DeleteUserPermissionsBoundaryRequest, object> = {
  service: 'iam',
  name: 'DeleteUserPermissionsBoundary',
  Command: DeleteUserPermissionsBoundaryCommand,
  action: 'iam:DeleteUserPermissionsBoundary',
  changes: true,
  resource: ({ UserName }, call) => userResource(call, UserName),
  answer({ UserName }, call) {
    const user = findUser(call, UserName);
    if (user.permissionsBoundary === undefined)
      throw noSuchEntity(`The user with name ${UserName} does not have a permissions boundary.`);
    delete user.permissionsBoundary;
    return {};
  },
};

/** Changes what bounds the permissions of users. */
export const PERMISSIONS_BOUNDARY_OPERATIONS = [putUserPermissionsBoundary, deleteUserPermissionsBoundary];
