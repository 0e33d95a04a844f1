import { IAM_NAME } from '../action.ts';
import { denyWhen, inlineDeny } from '../inline-deny.ts';

/**
 * Denies everything to the sessions of a role that were issued before a moment: the time of the approval in UTC, and
 * 30 seconds for the change to spread. Sessions issued later work. Long-term keys carry no issue time and are not hit.
 * The policy has the name that the IAM console uses, so that a console user sees what was done; an older one of that
 * name is put back by undoing.
 * Source: IAM User Guide, "Revoke IAM role temporary security credentials".
 */
export const revokeRoleSessions = inlineDeny({
  name: 'revoke-role-sessions',
  summary: 'Revoke all sessions of a role that were issued until now',
  target: { role: { description: 'name of the role, without its path', pattern: IAM_NAME } },
  owner: 'Role',
  attempt: 'revoke the sessions of',
  whenFull: "Cut the role's trust policy, or deny the role by a service control policy.",
  policyName: () => 'AWSRevokeOlderSessions',
  statement: (_, { issuedBefore }) =>
    denyWhen('FirebreakRevokeOlderSessions', { DateLessThan: { 'aws:TokenIssueTime': issuedBefore } }),
  words: ({ role = '' }) => ({
    title: `Revoke the sessions of role ${role} issued until now`,
    stops: [`Every session of ${role} issued before the cut-off, in whichever hands.`],
    doesNotStop: [
      `New sessions: whoever may still assume ${role} can get one. Contain the caller or cut the trust policy too.`,
      'Sessions of other roles that were assumed from these: revoke each role of the chain.',
      'Honest users of the role have to get new credentials; the AWS CLI keeps old ones in ~/.aws/cli/cache.',
    ],
  }),
});
