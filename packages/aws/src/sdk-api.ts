import { type Api, type ApiAnswer, type ApiCall, operationName } from './api-call.ts';
import { CallRefused, UnknownOperation } from './errors.ts';
import { type Clients, OPERATIONS } from './operations.ts';
import { problemOf } from './sdk-error.ts';

/** Whose credentials the clients have. */
export interface CallerIdentity {
  readonly account: string;
  readonly arn: string;
}

/** Asks AWS whose credentials the clients have. It changes nothing and needs no permission. */
export async function callerIdentity({ sts }: Clients, signal?: AbortSignal): Promise<CallerIdentity> {
  const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
  const call: ApiCall = {
    service: 'sts',
    operation: 'GetCallerIdentity',
    input: {},
    account: 'of the caller',
  };
  try {
    const answer = await sts.send(
      new GetCallerIdentityCommand({}),
      signal === undefined ? {} : { abortSignal: signal },
    );
    return { account: answer.Account ?? '', arn: answer.Arn ?? '' };
  } catch (error) {
    throw problemOf(call, error);
  }
}

/**
 * An {@link Api} over the SDK's clients. A call that is meant for another account than the caller's is refused before
 * it is sent: the same user name may exist in both.
 */
export function sdkApi(clients: Clients, caller: CallerIdentity): Api {
  return {
    async call(call: ApiCall, { signal } = {}): Promise<ApiAnswer> {
      const operation = OPERATIONS[operationName(call)];
      if (operation === undefined || !Object.hasOwn(OPERATIONS, operationName(call))) throw unknown(call);
      if (call.account !== caller.account) throw otherAccount(call, caller);
      try {
        const { $metadata: _, ...answer } = (await operation.send(
          clients,
          call.input as never,
          signal === undefined ? {} : { abortSignal: signal },
        )) as { $metadata?: unknown };
        return plain(answer);
      } catch (error) {
        throw problemOf(call, error);
      }
    },
  };
}

function plain(answer: object): ApiAnswer {
  return JSON.parse(JSON.stringify(answer)) as ApiAnswer;
}

function unknown(call: ApiCall): UnknownOperation {
  return new UnknownOperation(`Cannot call ${operationName(call)}: firebreak does not know this operation`, {
    remedy: 'Correct the name, or run the call with the AWS CLI.',
  });
}

function otherAccount(call: ApiCall, caller: CallerIdentity): CallRefused {
  return new CallRefused(
    `Cannot call ${operationName(call)}: it is meant for account ${call.account}, and you are signed in to ${caller.account}`,
    { remedy: `Sign in to account ${call.account}, or go on with --by-hand.` },
  );
}
