export { type Api, type ApiAnswer, type ApiCall, operationName } from './api-call.ts';
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
