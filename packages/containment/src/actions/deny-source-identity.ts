import { IAM_NAME, SESSION_NAME } from '../action.ts';
import { denyWhen, inlineDeny } from '../inline-deny.ts';
import { policyNameOf } from '../policy-name.ts';

/**
 * Denies everything to the sessions of a role that one source identity stands behind. It is set once and goes along
 * when roles are chained.
 * Source: IAM User Guide, "Monitor and control actions taken with assumed roles"; "Disabling permissions for temporary
 * security credentials".
 */
export const denySourceIdentity = inlineDeny({
  name: 'deny-source-identity',
  summary: 'Deny everything to the sessions of a role that one source identity stands behind',
  target: {
    role: { description: 'name of the role, without its path', pattern: IAM_NAME },
    source_identity: {
      description: 'source identity, from sessionContext.sourceIdentity in CloudTrail',
      pattern: SESSION_NAME,
    },
  },
  owner: 'Role',
  attempt: 'deny a source identity on',
  whenFull: 'Use revoke-role-sessions, whose policy is shorter, or deny it by a service control policy.',
  policyName: ({ source_identity }, incident) => policyNameOf(incident, 'deny-source', source_identity),
  statement: ({ source_identity }) =>
    denyWhen('FirebreakDenySource', { StringEquals: { 'aws:SourceIdentity': source_identity } }),
  words: ({ role = '', source_identity = '' }) => ({
    title: `Deny everything to source identity ${source_identity} on role ${role}`,
    stops: [`Every session of ${role} with the source identity ${source_identity}, under any session name.`],
    doesNotStop: [
      `Sessions of ${role} without a source identity, or with another one.`,
      'Sessions of other roles that were assumed from it: they keep the source identity, so deny it on each role of the chain.',
    ],
  }),
});
