export type { AnswerForm } from './answer-form.ts';
export { type Api, type ApiAnswer, type ApiCall, operationName } from './api-call.ts';
export { byHandApi, type RunByHand } from './by-hand-api.ts';
export { cliLine } from './cli-line.ts';
export type { RoleCredentials } from './clients/assume-role.ts';
export { type Bucket, type BucketOptions, openBucket } from './clients/open-bucket.ts';
export { orgApi } from './clients/org-api.ts';
export { type AccountAccess, type OrgClients, type OrgOptions, orgClients } from './clients/org-clients.ts';
export { pacedApi } from './clients/paced-api.ts';
export { readOnlyApi } from './clients/read-only-api.ts';
export type { CredentialProvider } from './clients/role-credentials.ts';
export type { SessionPurpose } from './clients/session-name.ts';
export { clockSkew } from './clock-skew.ts';
export { type AccountRole, accountOf, partitionOf, regionsOf, roleOf } from './config/account-role.ts';
export type { ConfiguredAccount, FirebreakConfig } from './config/config-schema.ts';
export { type ConfigInput, configText, entryFault } from './config/config-text.ts';
export {
  CONFIG_FILE,
  type FindConfigOptions,
  type FoundConfig,
  findConfig,
  parseConfig,
} from './config/find-config.ts';
export { type ConnectOptions, connect } from './connect.ts';
export { decodedPolicy } from './decoded-policy.ts';
export {
  AwsProblem,
  CallRefused,
  CallThrottled,
  ConfigInvalid,
  ConfigMissing,
  CredentialsMissing,
  NotFound,
  NotRunByHand,
  OutcomeUnknown,
  UnknownOperation,
} from './errors.ts';
export { type Clients, OPERATIONS, type Operation, operationOf } from './operations.ts';
export { type CallerIdentity, callerIdentity, sdkApi } from './sdk-api.ts';
export { problemOf } from './sdk-error.ts';
