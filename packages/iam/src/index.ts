export { type AccessKey, type AccessKeyKind, readAccessKey } from './access-key.ts';
export { type Arn, assumedRoleOfArn, parseArn, roleNameOfArn } from './arn.ts';
export { type Disabling, disabling } from './disabling.ts';
export type { AuthorizationRequest } from './evaluate/authorization-request.ts';
export { authorize } from './evaluate/authorize.ts';
export type { Decision } from './evaluate/decision.ts';
export { PolicyNotUnderstood } from './evaluate/errors.ts';
export type { NamedPolicy, PolicySet } from './evaluate/policy-set.ts';
export {
  INLINE_POLICY_QUOTA,
  type OneOrMany,
  type PolicyDocument,
  policySize,
  type Statement,
} from './policy-document.ts';
export { UNIQUE_ID_PREFIXES, type UniqueIdPrefix, uniqueIdPrefix } from './unique-id.ts';
