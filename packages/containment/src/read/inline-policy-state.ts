import { type Api, CallRefused, decodedPolicy } from '@firebreak/aws';
import { type PolicyDocument, policySize } from '@firebreak/iam';
import type { State } from '../plan.ts';
import { listed } from './listed.ts';

/** Which inline policy, of which user or role, in which account. */
export interface InlinePolicy {
  readonly owner: 'User' | 'Role';
  readonly name: string;
  readonly policyName: string;
  readonly account: string;
}

/** One inline policy of a user or role, and how much of the quota the others fill. */
export type InlinePolicyState = {
  readonly policyName: string;
  /** Null when there is no such policy. */
  readonly document: State;
  /** Characters without white space, summed over all other inline policies. */
  readonly otherInlineSize: number;
};

/** Reads one inline policy and the size of all the others. */
export async function inlinePolicyState(policy: InlinePolicy, api: Api): Promise<InlinePolicyState> {
  let document: State = null;
  let otherInlineSize = 0;
  for await (const policyName of policyNames(policy, api)) {
    const found = await readDocument({ ...policy, policyName }, api);
    if (policyName === policy.policyName) document = found;
    else otherInlineSize += policySize(found as unknown as PolicyDocument);
  }
  return { policyName: policy.policyName, document, otherInlineSize };
}

function policyNames({ owner, name, account }: InlinePolicy, api: Api): AsyncGenerator<string> {
  const operation = `List${owner}Policies`;
  return listed(
    { service: 'iam', operation, input: { [`${owner}Name`]: name }, account },
    'PolicyNames',
    api,
  );
}

async function readDocument({ owner, name, policyName, account }: InlinePolicy, api: Api): Promise<State> {
  const answer = await api.call({
    service: 'iam',
    operation: `Get${owner}Policy`,
    input: { [`${owner}Name`]: name, PolicyName: policyName },
    account,
  });
  const document = decodedPolicy(answer['PolicyDocument']);
  if (document !== undefined) return document as State;
  throw new CallRefused(
    `Cannot read policy ${policyName} of ${owner.toLowerCase()} ${name}: it is no JSON object`,
    {
      remedy: 'Look at it in the console: firebreak cannot put back what it cannot read.',
    },
  );
}
