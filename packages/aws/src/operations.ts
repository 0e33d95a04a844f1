import { type ApiCall, operationName } from './api-call.ts';
import { UnknownOperation } from './errors.ts';
import { CLOUDTRAIL_OPERATIONS } from './operations/cloudtrail.ts';
import { IAM_OPERATIONS } from './operations/iam.ts';
import type { Operation } from './operations/operation.ts';
import { STS_OPERATIONS } from './operations/sts.ts';

export type { Clients, Operation } from './operations/operation.ts';

/** Every operation that firebreak sends, by `service:Operation`. A call that is not in here is not made. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  ...CLOUDTRAIL_OPERATIONS,
  ...IAM_OPERATIONS,
  ...STS_OPERATIONS,
};

/** @throws {UnknownOperation} when firebreak does not know the operation of a call. */
export function operationOf(call: Pick<ApiCall, 'service' | 'operation'>): Operation {
  const name = operationName(call);
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (operation !== undefined) return operation;
  throw new UnknownOperation(`Cannot call ${name}: firebreak does not know this operation`, {
    remedy: 'Correct the name, or run the call with the AWS CLI.',
  });
}
