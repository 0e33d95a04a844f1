import { type Api, type ApiAnswer, type ApiCall, operationName } from './api-call.ts';
import { cliLine } from './cli-line.ts';
import { CallRefused, CredentialsMissing, NotRunByHand } from './errors.ts';
import { operationOf } from './operations.ts';
import { readPasted } from './pasted-answer.ts';

/** Asks a person to run a line; returns what they pasted, or nothing when they did not run it. */
export type RunByHand = (
  call: ApiCall,
  command: string,
  wants: 'output' | 'done',
) => Promise<string | undefined>;

/**
 * An {@link Api} for responders without credentials in this terminal: each call is printed as the AWS CLI line that
 * makes it, and what came back is pasted. The CLI prints the same shapes that the SDK returns.
 *
 * The line before the first one for an account asks which account is signed in there: the same user name may exist
 * in both.
 *
 * @param confirmed the account that is known to be signed in. Give every instance of a run the same set, and the
 * person is asked once. A call for another account asks again, and so does one after the credentials were refused,
 * for the person may come back with other ones.
 */
export function byHandApi(runByHand: RunByHand, confirmed: Set<string> = new Set()): Api {
  const run = async (call: ApiCall, command: string): Promise<ApiAnswer> => {
    const operation = operationOf(call);
    const output = await runByHand(call, command, operation.access === 'write' ? 'done' : 'output');
    if (output === undefined) throw notRun(call);
    try {
      return readPasted(call, operation, output);
    } catch (error) {
      if (error instanceof CredentialsMissing || /\(AccessDenied/.test(output)) confirmed.clear();
      throw error;
    }
  };
  return {
    async call(call: ApiCall): Promise<ApiAnswer> {
      operationOf(call);
      const command = cliLine(call);
      if (!confirmed.has(call.account)) {
        const identity: ApiCall = {
          service: 'sts',
          operation: 'GetCallerIdentity',
          input: {},
          account: call.account,
        };
        const { Account } = await run(identity, cliLine(identity));
        if (Account !== call.account) throw otherAccount(call, String(Account));
        confirmed.clear();
        confirmed.add(call.account);
      }
      return run(call, command);
    },
  };
}

function otherAccount(call: ApiCall, account: string): CallRefused {
  return new CallRefused(
    `Cannot call ${operationName(call)}: it is meant for account ${call.account}, and the other terminal is signed in to ${account}`,
    {
      remedy: `Sign in to account ${call.account} there (for example: export AWS_PROFILE=NAME), then try again.`,
    },
  );
}

function notRun(call: ApiCall): NotRunByHand {
  return new NotRunByHand(`${operationName(call)} was not run`, {
    remedy: 'Run the printed line in a terminal that is signed in, and paste what it prints.',
  });
}
