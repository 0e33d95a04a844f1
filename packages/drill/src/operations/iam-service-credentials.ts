import {
  ListServiceSpecificCredentialsCommand,
  type ListServiceSpecificCredentialsRequest,
  type ListServiceSpecificCredentialsResponse,
  UpdateServiceSpecificCredentialCommand,
  type UpdateServiceSpecificCredentialRequest,
} from '@aws-sdk/client-iam';
import { own } from '../organisation/own.ts';
import { findUser, namedUserOrCaller, noSuchEntity, userResource } from './iam-entity.ts';
import type { OperationDefinition } from './operation.ts';
import { page } from './page.ts';
import { serviceFault } from './service-fault.ts';

const listServiceSpecificCredentials: OperationDefinition<
  ListServiceSpecificCredentialsRequest,
  ListServiceSpecificCredentialsResponse
> = {
  service: 'iam',
  name: 'ListServiceSpecificCredentials',
  Command: ListServiceSpecificCredentialsCommand,
  action: 'iam:ListServiceSpecificCredentials',
  changes: false,
  resource: ({ UserName }, call) => userResource(call, namedUserOrCaller(call, UserName)),
  answer(input, call) {
    const UserName = namedUserOrCaller(call, input.UserName);
    const credentials = Object.entries(findUser(call, UserName).serviceSpecificCredentials)
      .filter(([, { service }]) => service === (input.ServiceName ?? service))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([ServiceSpecificCredentialId, { service, status, createDate }]) => ({
        UserName,
        ServiceSpecificCredentialId,
        ServiceName: service,
        Status: status,
        CreateDate: new Date(createDate),
      }));
    const { items, ...rest } = page(credentials, input);
    return { ServiceSpecificCredentials: items, ...rest };
  },
};

const updateServiceSpecificCredential: OperationDefinition<UpdateServiceSpecificCredentialRequest, object> = {
  service: 'iam',
  name: 'UpdateServiceSpecificCredential',
  Command: UpdateServiceSpecificCredentialCommand,
  action: 'iam:UpdateServiceSpecificCredential',
  changes: true,
  resource: ({ UserName }, call) => userResource(call, namedUserOrCaller(call, UserName)),
  answer({ UserName, ServiceSpecificCredentialId = '', Status }, call) {
    const user = findUser(call, namedUserOrCaller(call, UserName));
    const credential = own(user.serviceSpecificCredentials, ServiceSpecificCredentialId);
    if (credential === undefined)
      throw noSuchEntity(`No such credential ${ServiceSpecificCredentialId} exists`);
    if (Status !== 'Active' && Status !== 'Inactive')
      throw serviceFault('iam', 'ValidationError', `Status ${Status} is neither Active nor Inactive`, 400);
    credential.status = Status;
    return {};
  },
};

/** Reads and changes credentials that are good for one service only. */
export const SERVICE_CREDENTIAL_OPERATIONS = [
  listServiceSpecificCredentials,
  updateServiceSpecificCredential,
];
