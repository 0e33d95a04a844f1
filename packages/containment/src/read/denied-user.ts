import type { Api } from '@firebreak/aws';
import { INLINE_POLICY_QUOTA, type PolicyDocument, parseArn, policySize } from '@firebreak/iam';
import type { ActionContext } from '../action.ts';
import type { State } from '../plan.ts';
import { policyNameOf } from '../policy-name.ts';
import { attachedPoliciesOf } from './attached-policies.ts';
import { inlinePolicyState } from './inline-policy-state.ts';
import { userNamed } from './user.ts';

export const DENY_ALL = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'FirebreakDenyAll', Effect: 'Deny', Action: '*', Resource: '*' }],
} as const satisfies PolicyDocument;

/** As many managed policies as every account may attach; a raised quota allows up to 20. */
const ATTACHED_QUOTA = 10;

/** How a user is denied everything, and what stands in that place. */
export type Denied = { readonly user: string } & (
  | {
      readonly way: 'inline policy';
      readonly policyName: string;
      readonly document: State;
    }
  | { readonly way: 'managed policy'; readonly policyArn: string; readonly attached: boolean }
  | { readonly way: 'permissions boundary'; readonly policyArn: string; readonly boundary: string | null }
);

/**
 * Finds the way that there is room for, and reads what stands there now. Reading back looks where the plan looked,
 * whatever became of the room.
 * Source: IAM User Guide, "IAM and AWS STS quotas".
 */
export async function readDenied(
  user: string,
  api: Api,
  { account, incident, after }: ActionContext,
): Promise<Denied> {
  const planned = after as unknown as Denied | undefined;
  if (planned === undefined || planned.way === 'inline policy') {
    const policyName = policyNameOf(incident, 'deny');
    const policy = { owner: 'User', name: user, policyName, account } as const;
    const { document, otherInlineSize } = await inlinePolicyState(policy, api);
    const fits = otherInlineSize + policySize(DENY_ALL) <= INLINE_POLICY_QUOTA.user;
    if (fits || planned !== undefined) return { user, way: 'inline policy', policyName, document };
  }
  const { arn, boundary } = await userNamed(user, account, api);
  const policyArn = `arn:${parseArn(arn)?.partition ?? 'aws'}:iam::aws:policy/AWSDenyAll`;
  if (planned?.way !== 'permissions boundary') {
    const attached = await attachedPoliciesOf(user, account, api);
    const isAttached = attached.includes(policyArn);
    const fits = isAttached || attached.length < ATTACHED_QUOTA;
    if (fits || planned !== undefined)
      return { user, way: 'managed policy', policyArn, attached: isAttached };
  }
  return { user, way: 'permissions boundary', policyArn, boundary };
}
