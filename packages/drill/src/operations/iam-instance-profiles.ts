import {
  GetInstanceProfileCommand,
  type GetInstanceProfileRequest,
  type GetInstanceProfileResponse,
} from '@aws-sdk/client-iam';
import { own } from '../organisation/own.ts';
import { findRole, noSuchEntity } from './iam-entity.ts';
import { roleSummary } from './iam-roles.ts';
import type { Call, OperationDefinition } from './operation.ts';

const getInstanceProfile: OperationDefinition<GetInstanceProfileRequest, GetInstanceProfileResponse> = {
  service: 'iam',
  name: 'GetInstanceProfile',
  Command: GetInstanceProfileCommand,
  action: 'iam:GetInstanceProfile',
  changes: false,
  resource: ({ InstanceProfileName }, call) => profileArn(call, InstanceProfileName),
  answer({ InstanceProfileName = '' }, call) {
    const profile = own(call.account.instanceProfiles, InstanceProfileName);
    if (profile === undefined) throw noSuchEntity(`Instance Profile ${InstanceProfileName} cannot be found.`);
    const { path, instanceProfileId, createDate, role } = profile;
    const { accountId } = call.caller;
    return {
      InstanceProfile: {
        InstanceProfileName,
        InstanceProfileId: instanceProfileId,
        Path: path,
        Arn: profileArn(call, InstanceProfileName),
        CreateDate: new Date(createDate),
        Roles: role === undefined ? [] : [roleSummary(accountId, role, findRole(call, role))],
      },
    };
  },
};

function profileArn({ account, caller }: Call, name = ''): string {
  const path = own(account.instanceProfiles, name)?.path ?? '/';
  return `arn:aws:iam::${caller.accountId}:instance-profile${path}${name}`;
}

/** Reads instance profiles. */
export const INSTANCE_PROFILE_OPERATIONS = [getInstanceProfile];
