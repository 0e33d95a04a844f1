import {
  CreateLoginProfileCommand,
  type CreateLoginProfileRequest,
  type CreateLoginProfileResponse,
  DeleteLoginProfileCommand,
  type DeleteLoginProfileRequest,
  EntityAlreadyExistsException,
  GetLoginProfileCommand,
  type GetLoginProfileRequest,
  type GetLoginProfileResponse,
  ListMFADevicesCommand,
  type ListMFADevicesRequest,
  type ListMFADevicesResponse,
} from '@aws-sdk/client-iam';
import { findUser, namedUserOrCaller, noSuchEntity, userResource } from './iam-entity.ts';
import type { OperationDefinition } from './operation.ts';
import { page } from './page.ts';
import { metadata } from './service-fault.ts';

const getLoginProfile: OperationDefinition<GetLoginProfileRequest, GetLoginProfileResponse> = {
  service: 'iam',
  name: 'GetLoginProfile',
  Command: GetLoginProfileCommand,
  action: 'iam:GetLoginProfile',
  changes: false,
  resource: ({ UserName }, call) => userResource(call, namedUserOrCaller(call, UserName)),
  answer({ UserName }, call) {
    const name = namedUserOrCaller(call, UserName);
    const { loginProfile } = findUser(call, name);
    if (loginProfile === undefined) throw noLoginProfile(name);
    return {
      LoginProfile: {
        UserName: name,
        CreateDate: new Date(loginProfile.createDate),
        PasswordResetRequired: loginProfile.passwordResetRequired,
      },
    };
  },
};

const createLoginProfile: OperationDefinition<CreateLoginProfileRequest, CreateLoginProfileResponse> = {
  service: 'iam',
  name: 'CreateLoginProfile',
  Command: CreateLoginProfileCommand,
  action: 'iam:CreateLoginProfile',
  changes: true,
  resource: ({ UserName }, call) => userResource(call, namedUserOrCaller(call, UserName)),
  answer({ UserName, PasswordResetRequired = false }, call) {
    const name = namedUserOrCaller(call, UserName);
    const user = findUser(call, name);
    if (user.loginProfile !== undefined)
      throw new EntityAlreadyExistsException({
        message: `Login Profile for user ${name} already exists.`,
        $metadata: metadata(409),
      });
    user.loginProfile = { createDate: call.now.toISOString(), passwordResetRequired: PasswordResetRequired };
    return { LoginProfile: { UserName: name, CreateDate: call.now, PasswordResetRequired } };
  },
};

const deleteLoginProfile: OperationDefinition<DeleteLoginProfileRequest, object> = {
  service: 'iam',
  name: 'DeleteLoginProfile',
  Command: DeleteLoginProfileCommand,
  action: 'iam:DeleteLoginProfile',
  changes: true,
  resource: ({ UserName }, call) => userResource(call, namedUserOrCaller(call, UserName)),
  answer({ UserName }, call) {
    const name = namedUserOrCaller(call, UserName);
    const user = findUser(call, name);
    if (user.loginProfile === undefined) throw noLoginProfile(name);
    delete user.loginProfile;
    return {};
  },
};

const listMfaDevices: OperationDefinition<ListMFADevicesRequest, ListMFADevicesResponse> = {
  service: 'iam',
  name: 'ListMFADevices',
  Command: ListMFADevicesCommand,
  action: 'iam:ListMFADevices',
  changes: false,
  resource: ({ UserName }, call) => userResource(call, namedUserOrCaller(call, UserName)),
  answer(input, call) {
    const UserName = namedUserOrCaller(call, input.UserName);
    const devices = Object.entries(findUser(call, UserName).mfaDevices)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([SerialNumber, { enableDate }]) => ({
        UserName,
        SerialNumber,
        EnableDate: new Date(enableDate),
      }));
    const { items, ...rest } = page(devices, input);
    return { MFADevices: items, ...rest };
  },
};

function noLoginProfile(user: string): Error {
  return noSuchEntity(`Login Profile for User ${user} cannot be found.`);
}

/** Reads and changes how users sign in to the console. */
export const SIGN_IN_OPERATIONS = [getLoginProfile, createLoginProfile, deleteLoginProfile, listMfaDevices];
