import { type Api, type ApiAnswer, type ApiCall, operationName } from './api-call.ts';
import { cliLine } from './cli-line.ts';
import { CallRefused, CredentialsMissing, NotFound, NotRunByHand } from './errors.ts';
import { OPERATIONS } from './operations.ts';

/** Asks a person to run a line; returns what they pasted, or nothing when they did not run it. */
export type RunByHand = (
  call: ApiCall,
  command: string,
  wants: 'output' | 'done',
) => Promise<string | undefined>;

/**
 * An {@link Api} for responders without credentials in this terminal: each call is printed as the AWS CLI line that
 * makes it, and what came back is pasted. The CLI prints the same shapes that the SDK returns.
 */
export function byHandApi(runByHand: RunByHand): Api {
  return {
    async call(call: ApiCall): Promise<ApiAnswer> {
      const wants = OPERATIONS[operationName(call)]?.access === 'write' ? 'done' : 'output';
      const output = await runByHand(call, cliLine(call), wants);
      if (output === undefined) throw notRun(call);
      return readPasted(call, output, wants);
    },
  };
}

function readPasted(call: ApiCall, output: string, wants: 'output' | 'done'): ApiAnswer {
  const text = output.trim();
  const failed = /An error occurred \((\w+)\)[^:]*: ([^\n]*)/.exec(text);
  if (failed !== null) {
    const [, code = '', reason = ''] = failed;
    const message = `Cannot call ${operationName(call)} in account ${call.account}: ${reason || code}`;
    if (code === 'NoSuchEntity')
      throw new NotFound(message, { remedy: 'Check the name; it may already be gone.' });
    if (/^(ExpiredToken|InvalidClientTokenId|AuthFailure)/.test(code)) {
      throw new CredentialsMissing(message, {
        remedy: 'Sign in again in the other terminal and run the line again.',
      });
    }
    throw new CallRefused(message, { remedy: `Run it with credentials that allow ${operationName(call)}.` });
  }
  if (text === '' && wants === 'done') return {};
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) return answer as ApiAnswer;
  } catch (cause) {
    throw unreadable('it is neither JSON nor an error of AWS', cause);
  }
  throw unreadable('it is not a JSON object');
}

function unreadable(why: string, cause?: unknown): CallRefused {
  return new CallRefused(`Cannot read what was pasted: ${why}`, {
    remedy: 'Run the line again and paste all that it prints, from the first { to the last }.',
    cause,
  });
}

function notRun(call: ApiCall): NotRunByHand {
  return new NotRunByHand(`${operationName(call)} was not run`, {
    remedy: 'Run the printed line in a terminal that is signed in, and paste what it prints.',
  });
}
