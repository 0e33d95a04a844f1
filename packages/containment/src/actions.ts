import type { Action } from './action.ts';
import { cutTrust } from './actions/cut-trust.ts';
import { deactivateAccessKey } from './actions/deactivate-access-key.ts';
import { deactivateServiceSpecificCredentials } from './actions/deactivate-service-specific-credentials.ts';
import { deactivateUserAccessKeys } from './actions/deactivate-user-access-keys.ts';
import { denyFederatedUser } from './actions/deny-federated-user.ts';
import { denyInstanceCredentials } from './actions/deny-instance-credentials.ts';
import { denySession } from './actions/deny-session.ts';
import { denySourceIdentity } from './actions/deny-source-identity.ts';
import { denyUser } from './actions/deny-user.ts';
import { removeLoginProfile } from './actions/remove-login-profile.ts';
import { revokeRoleSessions } from './actions/revoke-role-sessions.ts';
import { revokeUserSessions } from './actions/revoke-user-sessions.ts';
import { ActionUnknown } from './errors.ts';

/** Every action: those on users first, each in the order in which a compromise is contained. */
export const ACTIONS: readonly Action[] = [
  denyUser,
  deactivateAccessKey,
  deactivateUserAccessKeys,
  deactivateServiceSpecificCredentials,
  removeLoginProfile,
  revokeUserSessions,
  denyFederatedUser,
  cutTrust,
  revokeRoleSessions,
  denySession,
  denySourceIdentity,
  denyInstanceCredentials,
];

/** @throws {ActionUnknown} naming the actions that exist. */
export function actionNamed(name: string): Action {
  const action = ACTIONS.find((candidate) => candidate.name === name);
  if (action !== undefined) return action;
  throw new ActionUnknown(`Cannot contain: there is no action "${name}"`, {
    remedy: `Use one of: ${ACTIONS.map((candidate) => candidate.name).join(', ')}.`,
  });
}
