import { IAM_NAME } from '../action.ts';
import { denyWhen, inlineDeny } from '../inline-deny.ts';
import { policyNameOf } from '../policy-name.ts';

/**
 * Denies everything to what GetSessionToken and GetFederationToken issued to a user before a moment. Their permissions
 * come from the user, and they carry an issue time; its long-term keys carry none, and go on.
 * Source: IAM User Guide, "Disabling permissions for temporary security credentials"; "AWS global condition context
 * keys", aws:TokenIssueTime.
 */
export const revokeUserSessions = inlineDeny({
  name: 'revoke-user-sessions',
  summary:
    'Revoke the GetSessionToken and GetFederationToken sessions of an IAM user that were issued until now',
  target: { user: { description: 'name of the IAM user', pattern: IAM_NAME } },
  owner: 'User',
  attempt: 'revoke the sessions of',
  whenFull: 'Use deny-user, which finds another way when there is no room.',
  policyName: (_, incident) => policyNameOf(incident, 'revoke-sessions'),
  statement: (_, { issuedBefore }) =>
    denyWhen('FirebreakRevokeOlderSessions', { DateLessThan: { 'aws:TokenIssueTime': issuedBefore } }),
  words: ({ user = '' }) => ({
    title: `Revoke the sessions of user ${user} issued until now`,
    stops: [
      `Every session that GetSessionToken or GetFederationToken issued to ${user} before the cut-off; they would live up to 36 hours.`,
    ],
    doesNotStop: [
      `Long-term access keys of ${user}: they carry no issue time, and are spared on purpose.`,
      'New sessions: whoever holds such a key gets one at once. Deactivate the keys, or deny the user.',
      `Role sessions that ${user} has already assumed: their permissions come from the role.`,
    ],
  }),
});
