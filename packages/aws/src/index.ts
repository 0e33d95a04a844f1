export { type Api, type ApiAnswer, type ApiCall, operationName } from './api-call.ts';
export { byHandApi, type RunByHand } from './by-hand-api.ts';
export { cliLine } from './cli-line.ts';
export { type ConnectOptions, connect } from './connect.ts';
export {
  AwsProblem,
  CallRefused,
  CallThrottled,
  CredentialsMissing,
  NotFound,
  NotRunByHand,
  OutcomeUnknown,
  UnknownOperation,
} from './errors.ts';
export { type Clients, OPERATIONS, type Operation } from './operations.ts';
export { type CallerIdentity, callerIdentity, sdkApi } from './sdk-api.ts';
export { problemOf } from './sdk-error.ts';
