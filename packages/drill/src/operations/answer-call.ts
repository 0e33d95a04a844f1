import type { Decision } from '@firebreak/iam';
import { type Credentials, resolveCaller } from '../organisation/caller.ts';
import { own } from '../organisation/own.ts';
import type { SavedState } from '../organisation/saved-state.ts';
import { authoriseCall } from './authorise-call.ts';
import { operationKey } from './catalogue.ts';
import { refuseBeyondCredentials } from './credential-limits.ts';
import type { Call, Operation } from './operation.ts';
import { unknownKeyFault } from './service-fault.ts';

/** One request that reached the simulated organisation. */
export interface Request {
  readonly operation: Operation;
  readonly input: object;
  readonly credentials: Credentials;
  readonly region: string;
  readonly sourceIp: string;
  readonly now: Date;
}

export interface Answer {
  readonly output: object;
  readonly decision: Decision;
}

/**
 * Authenticates, authorises and answers one request, in AWS's order, and changes the draft.
 *
 * @throws the SDK's exceptions, and `Denied` with the reason of a denial.
 */
export function answerCall(draft: SavedState, request: Request): Answer {
  const { operation, input, credentials, region, sourceIp, now } = request;
  const { service } = operation;
  const caller = resolveCaller(draft.organisation, credentials, { service, now });
  const account = own(draft.organisation.accounts, caller.accountId);
  if (account === undefined) throw unknownKeyFault(service);
  refuseBeyondCredentials(operation, caller);
  const call: Call = { draft, caller, account, now, sourceIp };
  const decision = authoriseCall(operation, input, call);
  const output = operation.answer(input, call);
  draft.keyUse[caller.accessKeyId] = { at: now.toISOString(), service, region };
  if (operation.changes)
    draft.changes.push({
      at: now.toISOString(),
      operation: operationKey(operation),
      account: caller.accountId,
      caller: { arn: caller.arn, accessKeyId: caller.accessKeyId },
      input: { ...input },
    });
  return { output, decision };
}
