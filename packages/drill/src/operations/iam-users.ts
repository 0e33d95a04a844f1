import {
  GetUserCommand,
  type GetUserRequest,
  type GetUserResponse,
  ListUsersCommand,
  type ListUsersRequest,
  type ListUsersResponse,
  type User,
} from '@aws-sdk/client-iam';
import { userArn } from '../organisation/entity-arn.ts';
import type { UserState } from '../organisation/organisation-schema.ts';
import { boundaryAndTags, entitiesBelow, findUser, namedUserOrCaller, userResource } from './iam-entity.ts';
import type { OperationDefinition } from './operation.ts';
import { page } from './page.ts';

const getUser: OperationDefinition<GetUserRequest, GetUserResponse> = {
  service: 'iam',
  name: 'GetUser',
  Command: GetUserCommand,
  action: 'iam:GetUser',
  changes: false,
  resource: ({ UserName }, call) => userResource(call, namedUserOrCaller(call, UserName)),
  answer({ UserName }, call) {
    const name = namedUserOrCaller(call, UserName);
    const user = findUser(call, name);
    return {
      User: {
        ...summary(call.caller.accountId, name, user),
        ...boundaryAndTags(user),
      },
    };
  },
};

const listUsers: OperationDefinition<ListUsersRequest, ListUsersResponse> = {
  service: 'iam',
  name: 'ListUsers',
  Command: ListUsersCommand,
  action: 'iam:ListUsers',
  changes: false,
  resource: ({ PathPrefix = '/' }, { caller }) => userArn(caller.accountId, PathPrefix, ''),
  answer(input, { account, caller }) {
    const users = entitiesBelow(account.users, input.PathPrefix).map(([name, user]) =>
      summary(caller.accountId, name, user),
    );
    const { items, ...rest } = page(users, input);
    return { Users: items, ...rest };
  },
};

function summary(accountId: string, name: string, user: UserState): User {
  return {
    Path: user.path,
    UserName: name,
    UserId: user.userId,
    Arn: userArn(accountId, user.path, name),
    CreateDate: new Date(user.createDate),
    ...(user.passwordLastUsed === undefined ? {} : { PasswordLastUsed: new Date(user.passwordLastUsed) }),
  };
}

/** Reads users. */
export const USER_OPERATIONS = [getUser, listUsers];
