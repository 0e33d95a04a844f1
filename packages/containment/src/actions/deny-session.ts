import { IAM_NAME, SESSION_NAME } from '../action.ts';
import { denyWhen, inlineDeny } from '../inline-deny.ts';
import { policyNameOf } from '../policy-name.ts';

/**
 * Denies everything to the sessions of a role that have one name. Their `aws:userid` is the role's unique id and the
 * session's name.
 * Source: IAM User Guide, "Disabling permissions for temporary security credentials"; "AWS global condition context
 * keys", aws:userid.
 */
export const denySession = inlineDeny({
  name: 'deny-session',
  summary: 'Deny everything to the sessions of one name of a role, and spare the others',
  target: {
    role: { description: 'name of the role, without its path', pattern: IAM_NAME },
    session: { description: 'name of the session, from the end of its ARN', pattern: SESSION_NAME },
  },
  owner: 'Role',
  attempt: 'deny a session of',
  whenFull: 'Use revoke-role-sessions, whose policy is shorter, or deny it by a service control policy.',
  policyName: ({ session }, incident) => policyNameOf(incident, 'deny-session', session),
  statement: ({ session }, { roleId }) =>
    denyWhen('FirebreakDenySession', { StringEquals: { 'aws:userid': `${roleId}:${session}` } }),
  words: ({ role = '', session = '' }) => ({
    title: `Deny everything to session ${session} of role ${role}`,
    stops: [`Every session of ${role} that is named ${session}, those that are issued from now on too.`],
    doesNotStop: [
      `Sessions of ${role} under another name: the caller chooses the name, and whoever may still assume the role takes another.`,
      'Sessions of other roles that were assumed from it: they have a name of their own. Deny or revoke each role of the chain.',
    ],
  }),
});
