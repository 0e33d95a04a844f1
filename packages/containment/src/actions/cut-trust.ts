import type { Api } from '@firebreak/aws';
import { type PolicyDocument, policySize } from '@firebreak/iam';
import { type Action, type ActionContext, type Change, IAM_NAME, type Target } from '../action.ts';
import { canonical } from '../canonical.ts';
import { QuotaExceeded, TargetInvalid } from '../errors.ts';
import type { State } from '../plan.ts';
import { ownRole, trustDocument } from '../read/role.ts';
import { deadPrincipals, narrowTrust, TRUST_NOBODY, tidyTrust } from '../trust-policy.ts';

/** What every account may use; a raised quota allows up to 4,096. Source: IAM User Guide, "IAM and AWS STS quotas". */
const TRUST_QUOTA = 2_048;

/**
 * Cuts a role's trust policy, so that nobody gets a new session, or only those who are named and were trusted before.
 * Nothing is added: who was trusted under a condition is trusted under it still.
 * Sources: IAM API Reference, "UpdateAssumeRolePolicy"; IAM User Guide, "Update a role trust policy".
 */
export const cutTrust: Action = {
  name: 'cut-trust',
  summary: "Cut a role's trust policy to nobody, or to those who are named",
  target: {
    role: { description: 'name of the role, without its path', pattern: IAM_NAME },
    keep: {
      description:
        'word "nobody", or whom the role goes on to trust: ARNs, accounts or services, with commas between',
      pattern: /^[\w+=.@:/-]+(?:,[\w+=.@:/-]+)*$/,
    },
  },
  repeatable: true,
  reads: ['iam:GetRole'],

  async read({ role = '' }: Target, api: Api, { account }: ActionContext) {
    const found = await ownRole(role, account, api, 'cut the trust policy of');
    const trust = tidyTrust(trustDocument(found, role) as unknown as PolicyDocument, found.partition);
    return {
      state: { role, roleId: found.roleId, partition: found.partition, trust: trust as unknown as State },
    };
  },

  change({ role = '', keep = '' }: Target, before, { account }): Change {
    const state = before as unknown as { trust: PolicyDocument; partition: string };
    const cut = cutTo(role, keep, state.trust, state.partition);
    const update = (document: PolicyDocument) => ({
      service: 'iam' as const,
      operation: 'UpdateAssumeRolePolicy',
      input: { RoleName: role, PolicyDocument: JSON.stringify(document) },
      account,
    });
    const inPlace = canonical(cut) === canonical(state.trust);
    const dead = deadPrincipals(state.trust);
    return {
      title: `Cut the trust policy of role ${role} to ${keep.replaceAll(',', ' and ')}`,
      after: { ...(before as object), trust: cut as unknown as State },
      calls: inPlace ? [] : [update(cut)],
      undo: inPlace || dead.length > 0 ? [] : [update(state.trust)],
      stops: [
        keep === 'nobody'
          ? `Every new session of ${role}: for people, for other roles and accounts, and for AWS services that run with it.`
          : `Every new session of ${role}, but for those who are kept.`,
      ],
      doesNotStop: [
        `Sessions of ${role} that are issued already: they go on for up to 12 hours. Revoke them after this.`,
        `Whoever may call UpdateAssumeRolePolicy on ${role}: contain them first.`,
      ],
      undoNeedsForce: `The former trust policy of ${role} comes back whole, with whatever an intruder put into it.`,
      ...(inPlace || dead.length === 0 ? {} : { cannotBeUndone: lostWith(role, dead) }),
    };
  },
};

function cutTo(role: string, keep: string, trust: PolicyDocument, partition: string): PolicyDocument {
  if (keep === 'nobody') return TRUST_NOBODY;
  const names = keep
    .split(',')
    .map((name) => (/^\d{12}$/.test(name) ? `arn:${partition}:iam::${name}:root` : name));
  const { document, unknown } = narrowTrust(trust, [...new Set(names)]);
  if (unknown.length > 0)
    throw new TargetInvalid(
      `Cannot cut the trust policy of role ${role}: it does not trust ${unknown.join(', ')}`,
      {
        remedy: 'Name only those whom it trusts now, as the trust policy spells them, or "nobody".',
      },
    );
  const size = policySize(document);
  if (size > Math.max(TRUST_QUOTA, policySize(trust)))
    throw new QuotaExceeded(
      `Cannot cut the trust policy of role ${role}: ${size} characters are needed, and ${TRUST_QUOTA} allowed`,
      { remedy: 'Keep fewer, or "nobody".' },
    );
  return document;
}

function lostWith(role: string, dead: readonly string[]): readonly string[] {
  return [
    `The trust policy names ${dead.join(', ')}, which is gone, and IAM does not take such an id back.`,
    `Put the policy that is shown here back by hand without it: aws iam update-assume-role-policy --role-name ${role} --policy-document <policy>`,
  ];
}
