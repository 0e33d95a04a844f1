import {
  GetSessionTokenCommand,
  type GetSessionTokenRequest,
  type GetSessionTokenResponse,
} from '@aws-sdk/client-sts';
import { issueSession, refuseDuration } from './issue-session.ts';
import type { OperationDefinition } from './operation.ts';

const TWELVE_HOURS = 43_200;
const THIRTY_SIX_HOURS = 129_600;

// No policy controls it: it is an authentication operation.
// Source: IAM User Guide, "Permissions for GetSessionToken" (id_credentials_temp_control-access_getsessiontoken).
const getSessionToken: OperationDefinition<GetSessionTokenRequest, GetSessionTokenResponse> = {
  service: 'sts',
  name: 'GetSessionToken',
  Command: GetSessionTokenCommand,
  changes: true,
  resource: () => '*',
  answer({ DurationSeconds = TWELVE_HOURS }, call) {
    refuseDuration(DurationSeconds, THIRTY_SIX_HOURS);
    const { accountId: account, governedBy } = call.caller;
    const session = { kind: 'session-token', account, user: governedBy.name } as const;
    return { Credentials: issueSession(session, DurationSeconds, call) };
  },
};

/** Issues sessions that act as their user. */
export const SESSION_TOKEN_OPERATIONS = [getSessionToken];
