import { IAM_NAME } from '../action.ts';
import { denyWhen, inlineDeny } from '../inline-deny.ts';
import { policyNameOf } from '../policy-name.ts';

/** Source: STS API Reference, "GetFederationToken". */
const FEDERATED_NAME = /^[\w+=,.@-]{2,32}$/;

/**
 * Denies everything to the GetFederationToken sessions of one name, on the user who issued them. Their `aws:userid` is
 * the account and that name.
 * Source: IAM User Guide, "Disabling permissions for temporary security credentials"; "AWS global condition context
 * keys", aws:userid.
 */
export const denyFederatedUser = inlineDeny({
  name: 'deny-federated-user',
  summary: 'Deny everything to the federated sessions of one name that an IAM user issued',
  target: {
    user: { description: 'name of the IAM user who called GetFederationToken', pattern: IAM_NAME },
    federated_user: {
      description: 'name of the federated user, from the end of its ARN',
      pattern: FEDERATED_NAME,
    },
  },
  owner: 'User',
  attempt: 'deny a federated user of',
  whenFull: 'Use deny-user, which finds another way when there is no room.',
  policyName: ({ federated_user }, incident) => policyNameOf(incident, 'deny-federated', federated_user),
  statement: ({ federated_user }, { account }) =>
    denyWhen('FirebreakDenyFederatedUser', {
      StringEquals: { 'aws:userid': `${account}:${federated_user}` },
    }),
  words: ({ user = '', federated_user = '' }) => ({
    title: `Deny everything to federated user ${federated_user} of user ${user}`,
    stops: [
      `Every session that ${user} issued with GetFederationToken under the name ${federated_user}, in the console too.`,
    ],
    doesNotStop: [
      `${user} itself, and its other sessions: its key may issue one under another name at once. Deactivate the key, or deny the user.`,
      'What a resource policy grants to the ARN of the federated user: it needs a deny of its own.',
      'Anything, once this is undone: such a session lives up to 36 hours, so keep it at least as long.',
    ],
  }),
});
