import { wrongIn } from './answer-form.ts';
import { type Api, type ApiAnswer, type ApiCall, operationName } from './api-call.ts';
import { CallRefused } from './errors.ts';
import { type Clients, operationOf } from './operations.ts';
import { problemOf } from './sdk-error.ts';

/** Whose credentials the clients have. */
export interface CallerIdentity {
  readonly account: string;
  readonly arn: string;
}

/** Asks AWS whose credentials the clients have. It changes nothing and needs no permission. */
export async function callerIdentity(
  { sts }: Pick<Clients, 'sts'>,
  signal?: AbortSignal,
): Promise<CallerIdentity> {
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
      const operation = operationOf(call);
      if (call.account !== caller.account) throw otherAccount(call, caller);
      const options = {
        ...(signal === undefined ? {} : { abortSignal: signal }),
        ...(call.region === undefined ? {} : { region: call.region }),
      };
      const sent = operation.send(clients, call.input as never, options);
      const { $metadata: _, ...rest } = (await sent.catch((error: unknown) => {
        throw problemOf(call, error);
      })) as { $metadata?: unknown };
      const answer = plain(rest);
      const wrong =
        operation.answer === undefined ? undefined : wrongIn(answer, call.input, operation.answer);
      if (wrong !== undefined) throw incomplete(call, wrong);
      return answer;
    },
  };
}

function plain(answer: object): ApiAnswer {
  return JSON.parse(JSON.stringify(answer)) as ApiAnswer;
}

function incomplete(call: ApiCall, wrong: string): CallRefused {
  return new CallRefused(
    `Cannot use the answer to ${operationName(call)} in account ${call.account}: ${wrong}`,
    {
      remedy: 'Try again; if it stays so, go on with --by-hand.',
    },
  );
}

function otherAccount(call: ApiCall, caller: CallerIdentity): CallRefused {
  return new CallRefused(
    `Cannot call ${operationName(call)}: it is meant for account ${call.account}, and you are signed in to ${caller.account}`,
    { remedy: `Sign in to account ${call.account}, or go on with --by-hand.` },
  );
}
