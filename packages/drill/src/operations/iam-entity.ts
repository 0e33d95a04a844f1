import { NoSuchEntityException } from '@aws-sdk/client-iam';
import { roleArn, userArn } from '../organisation/entity-arn.ts';
import type { RoleState, UserState } from '../organisation/organisation-schema.ts';
import { own } from '../organisation/own.ts';
import type { Call } from './operation.ts';
import { metadata, serviceFault } from './service-fault.ts';

/** A thing that IAM does not have, in IAM's words. */
export function noSuchEntity(message: string): NoSuchEntityException {
  return new NoSuchEntityException({ message, $metadata: metadata(404) });
}

/** A user of the caller's account, by name. */
export function findUser({ account }: Call, name: string | undefined): UserState {
  const user = own(account.users, name ?? '');
  if (user === undefined) throw noSuchEntity(`The user with name ${name} cannot be found.`);
  return user;
}

/** A role of the caller's account, by name. */
export function findRole({ account }: Call, name: string | undefined): RoleState {
  const role = own(account.roles, name ?? '');
  if (role === undefined) throw noSuchEntity(`The role with name ${name} cannot be found.`);
  return role;
}

/** The ARN that a call on a user is evaluated on, whether or not the user exists. */
export function userResource({ account, caller }: Call, name: string | undefined): string {
  return userArn(caller.accountId, own(account.users, name ?? '')?.path ?? '/', name ?? '');
}

/** The ARN that a call on a role is evaluated on, whether or not the role exists. */
export function roleResource({ account, caller }: Call, name: string | undefined): string {
  return roleArn(caller.accountId, own(account.roles, name ?? '')?.path ?? '/', name ?? '');
}

/**
 * The user that a call is about: where the name is left out, IAM takes it from the key that signed.
 *
 * @throws IAM's ValidationError when the caller is no user.
 */
export function namedUserOrCaller({ caller }: Call, name: string | undefined): string {
  if (name !== undefined) return name;
  if (caller.governedBy.kind === 'user') return caller.governedBy.name;
  throw serviceFault(
    'iam',
    'ValidationError',
    'Must specify userName when calling with non-User credentials',
    400,
  );
}

interface Described {
  readonly permissionsBoundary?: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

/** What Get answers and List leaves out. Source: IAM API Reference, "ListUsers" and "ListRoles". */
export function boundaryAndTags({ permissionsBoundary, tags }: Described) {
  const boundary = {
    PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
    PermissionsBoundaryArn: permissionsBoundary,
  } as const;
  return {
    ...(permissionsBoundary === undefined ? {} : { PermissionsBoundary: boundary }),
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  };
}

/** Users or roles below a path, by name. */
export function entitiesBelow<T extends { readonly path: string }>(
  entities: Readonly<Record<string, T>>,
  prefix = '/',
): [name: string, entity: T][] {
  return Object.entries(entities)
    .filter(([, { path }]) => path.startsWith(prefix))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
