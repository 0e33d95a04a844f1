export type { AnswerForm } from './answer-form.ts';
export { type Api, type ApiAnswer, type ApiCall, operationName } from './api-call.ts';
export { byHandApi, type RunByHand } from './by-hand-api.ts';
export { cliLine } from './cli-line.ts';
export { clockSkew } from './clock-skew.ts';
export { type ConnectOptions, connect } from './connect.ts';
export { decodedPolicy } from './decoded-policy.ts';
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
export { type Clients, OPERATIONS, type Operation, operationOf } from './operations.ts';
export { type CallerIdentity, callerIdentity, sdkApi } from './sdk-api.ts';
export { problemOf } from './sdk-error.ts';
