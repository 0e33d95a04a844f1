import {
  CreateAccessKeyCommand,
  type CreateAccessKeyRequest,
  type CreateAccessKeyResponse,
  GetAccessKeyLastUsedCommand,
  type GetAccessKeyLastUsedRequest,
  type GetAccessKeyLastUsedResponse,
  LimitExceededException,
  ListAccessKeysCommand,
  type ListAccessKeysRequest,
  type ListAccessKeysResponse,
  UpdateAccessKeyCommand,
  type UpdateAccessKeyRequest,
} from '@aws-sdk/client-iam';
import { newAccessKeyId } from '../organisation/new-access-key-id.ts';
import { own } from '../organisation/own.ts';
import { findUser, namedUserOrCaller, noSuchEntity, userResource } from './iam-entity.ts';
import type { Call, OperationDefinition } from './operation.ts';
import { page } from './page.ts';
import { metadata, serviceFault } from './service-fault.ts';

const KEYS_PER_USER = 2;

const listAccessKeys: OperationDefinition<ListAccessKeysRequest, ListAccessKeysResponse> = {
  service: 'iam',
  name: 'ListAccessKeys',
  Command: ListAccessKeysCommand,
  action: 'iam:ListAccessKeys',
  changes: false,
  resource: ({ UserName }, call) => userResource(call, namedUserOrCaller(call, UserName)),
  answer(input, call) {
    const UserName = namedUserOrCaller(call, input.UserName);
    const keys = Object.entries(findUser(call, UserName).accessKeys)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([AccessKeyId, { status, createDate }]) => ({
        UserName,
        AccessKeyId,
        Status: status,
        CreateDate: new Date(createDate),
      }));
    const { items, ...rest } = page(keys, input);
    return { AccessKeyMetadata: items, ...rest };
  },
};

const updateAccessKey: OperationDefinition<UpdateAccessKeyRequest, object> = {
  service: 'iam',
  name: 'UpdateAccessKey',
  Command: UpdateAccessKeyCommand,
  action: 'iam:UpdateAccessKey',
  changes: true,
  resource: ({ UserName }, call) => userResource(call, namedUserOrCaller(call, UserName)),
  answer({ UserName, AccessKeyId, Status }, call) {
    const user = findUser(call, namedUserOrCaller(call, UserName));
    const key = own(user.accessKeys, AccessKeyId ?? '');
    if (key === undefined) throw noSuchEntity(`The Access Key with id ${AccessKeyId} cannot be found.`);
    if (Status !== 'Active' && Status !== 'Inactive')
      throw serviceFault('iam', 'ValidationError', `Status ${Status} is neither Active nor Inactive`, 400);
    key.status = Status;
    return {};
  },
};

const createAccessKey: OperationDefinition<CreateAccessKeyRequest, CreateAccessKeyResponse> = {
  service: 'iam',
  name: 'CreateAccessKey',
  Command: CreateAccessKeyCommand,
  action: 'iam:CreateAccessKey',
  changes: true,
  resource: ({ UserName }, call) => userResource(call, namedUserOrCaller(call, UserName)),
  answer(input, call) {
    const UserName = namedUserOrCaller(call, input.UserName);
    const { accessKeys } = findUser(call, UserName);
    if (Object.keys(accessKeys).length >= KEYS_PER_USER)
      throw new LimitExceededException({
        message: `Cannot exceed quota for AccessKeysPerUser: ${KEYS_PER_USER}`,
        $metadata: metadata(409),
      });
    const AccessKeyId = newAccessKeyId(
      'AKIA',
      call.caller.accountId,
      (id) => ownerOf(call, id) !== undefined,
    );
    accessKeys[AccessKeyId] = { status: 'Active', createDate: call.now.toISOString() };
    return {
      AccessKey: {
        UserName,
        AccessKeyId,
        Status: 'Active',
        SecretAccessKey: 'simulated',
        CreateDate: call.now,
      },
    };
  },
};

const getAccessKeyLastUsed: OperationDefinition<GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse> = {
  service: 'iam',
  name: 'GetAccessKeyLastUsed',
  Command: GetAccessKeyLastUsedCommand,
  action: 'iam:GetAccessKeyLastUsed',
  changes: false,
  resource: ({ AccessKeyId }, call) => userResource(call, ownerOf(call, AccessKeyId) ?? '*'),
  answer({ AccessKeyId = '' }, call) {
    const owner = ownerOf(call, AccessKeyId);
    if (owner === undefined) throw noSuchEntity(`The Access Key with id ${AccessKeyId} cannot be found.`);
    const before = findUser(call, owner).accessKeys[AccessKeyId]?.lastUsed;
    const use = own(call.draft.keyUse, AccessKeyId) ?? before;
    return {
      UserName: owner,
      AccessKeyLastUsed:
        use === undefined
          ? { LastUsedDate: undefined, ServiceName: 'N/A', Region: 'N/A' }
          : { LastUsedDate: new Date(use.at), ServiceName: use.service, Region: use.region },
    };
  },
};

function ownerOf({ account }: Call, accessKeyId: string | undefined): string | undefined {
  return Object.keys(account.users).find((name) =>
    Object.hasOwn(own(account.users, name)?.accessKeys ?? {}, accessKeyId ?? ''),
  );
}

/** Reads and changes the access keys of users. */
export const ACCESS_KEY_OPERATIONS = [listAccessKeys, updateAccessKey, createAccessKey, getAccessKeyLastUsed];
