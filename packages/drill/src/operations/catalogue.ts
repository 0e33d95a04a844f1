import { ACCESS_KEY_OPERATIONS } from './iam-access-keys.ts';
import { ATTACHED_POLICY_OPERATIONS } from './iam-attached-policies.ts';
import { INSTANCE_PROFILE_OPERATIONS } from './iam-instance-profiles.ts';
import { PERMISSIONS_BOUNDARY_OPERATIONS } from './iam-permissions-boundaries.ts';
import { ROLE_POLICY_OPERATIONS } from './iam-role-policies.ts';
import { ROLE_OPERATIONS } from './iam-roles.ts';
import { SERVICE_CREDENTIAL_OPERATIONS } from './iam-service-credentials.ts';
import { SIGN_IN_OPERATIONS } from './iam-sign-in.ts';
import { TRUST_POLICY_OPERATIONS } from './iam-trust-policies.ts';
import { USER_POLICY_OPERATIONS } from './iam-user-policies.ts';
import { USER_OPERATIONS } from './iam-users.ts';
import type { Operation } from './operation.ts';
import { BUCKET_OPERATIONS } from './s3-list-buckets.ts';
import { OBJECT_OPERATIONS } from './s3-objects.ts';
import { ASSUME_ROLE_OPERATIONS } from './sts-assume-role.ts';
import { CALLER_IDENTITY_OPERATIONS } from './sts-caller-identity.ts';
import { SESSION_TOKEN_OPERATIONS } from './sts-session-token.ts';

/** Every operation that the simulated organisation answers. */
export const OPERATIONS: readonly Operation[] = [
  ...USER_OPERATIONS,
  ...ACCESS_KEY_OPERATIONS,
  ...SIGN_IN_OPERATIONS,
  ...SERVICE_CREDENTIAL_OPERATIONS,
  ...USER_POLICY_OPERATIONS,
  ...ATTACHED_POLICY_OPERATIONS,
  ...PERMISSIONS_BOUNDARY_OPERATIONS,
  ...ROLE_OPERATIONS,
  ...ROLE_POLICY_OPERATIONS,
  ...TRUST_POLICY_OPERATIONS,
  ...INSTANCE_PROFILE_OPERATIONS,
  ...CALLER_IDENTITY_OPERATIONS,
  ...ASSUME_ROLE_OPERATIONS,
  ...SESSION_TOKEN_OPERATIONS,
  ...BUCKET_OPERATIONS,
  ...OBJECT_OPERATIONS,
];

const BY_NAME = new Map(OPERATIONS.map((operation) => [operationKey(operation), operation]));

/** `iam:GetUser` for an operation. */
export function operationKey({ service, name }: Pick<Operation, 'service' | 'name'>): string {
  return `${service}:${name}`;
}

/** Finds an operation by a key such as `iam:GetUser`. */
export function findOperation(key: string): Operation | undefined {
  return BY_NAME.get(key);
}
