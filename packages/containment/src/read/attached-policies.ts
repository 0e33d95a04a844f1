import type { Api } from '@firebreak/aws';
import { listed } from './listed.ts';

/** The ARNs of the managed policies that are attached to a user. */
export async function attachedPoliciesOf(user: string, account: string, api: Api): Promise<string[]> {
  const call = {
    service: 'iam',
    operation: 'ListAttachedUserPolicies',
    input: { UserName: user },
    account,
  } as const;
  const policies = await Array.fromAsync(listed<{ PolicyArn: string }>(call, 'AttachedPolicies', api));
  return policies.map(({ PolicyArn }) => PolicyArn);
}
