import type { Action } from './action.ts';
import { deactivateAccessKey } from './actions/deactivate-access-key.ts';
import { denyUser } from './actions/deny-user.ts';
import { revokeRoleSessions } from './actions/revoke-role-sessions.ts';
import { ActionUnknown } from './errors.ts';

/** Every action, in the order in which a user's compromise is contained. */
export const ACTIONS: readonly Action[] = [denyUser, deactivateAccessKey, revokeRoleSessions];

/** @throws {ActionUnknown} naming the actions that exist. */
export function actionNamed(name: string): Action {
  const action = ACTIONS.find((candidate) => candidate.name === name);
  if (action !== undefined) return action;
  throw new ActionUnknown(`Cannot contain: there is no action "${name}"`, {
    remedy: `Use one of: ${ACTIONS.map((candidate) => candidate.name).join(', ')}.`,
  });
}
