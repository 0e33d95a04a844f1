import {
  GetCallerIdentityCommand,
  type GetCallerIdentityRequest,
  type GetCallerIdentityResponse,
} from '@aws-sdk/client-sts';
import type { OperationDefinition } from './operation.ts';

// Answers even under an explicit deny. Source: STS API Reference, GetCallerIdentity.
const getCallerIdentity: OperationDefinition<GetCallerIdentityRequest, GetCallerIdentityResponse> = {
  service: 'sts',
  name: 'GetCallerIdentity',
  Command: GetCallerIdentityCommand,
  changes: false,
  resource: () => '*',
  answer: (_input, { caller }) => ({ UserId: caller.userId, Account: caller.accountId, Arn: caller.arn }),
};

/** Says who signed. */
export const CALLER_IDENTITY_OPERATIONS = [getCallerIdentity];
