import { safeText } from '@firebreak/untrusted';
import { wrongIn } from './answer-form.ts';
import { type ApiAnswer, type ApiCall, operationName } from './api-call.ts';
import { type AwsProblem, CallRefused, OutcomeUnknown } from './errors.ts';
import type { Operation } from './operations.ts';
import { pastedProblem } from './pasted-problem.ts';

/** This much of what was pasted stands in a message. */
const QUOTED = 300;

/**
 * Reads what a person pasted after they ran the line of a call. A write prints nothing when it worked; whatever else
 * is pasted for it either says that nothing happened, or leaves the outcome open.
 *
 * @throws {AwsProblem} of the class that says what is known of the outcome.
 */
export function readPasted(call: ApiCall, { access, answer: form }: Operation, output: string): ApiAnswer {
  const text = output.trim();
  if (access === 'write') {
    if (text === '') return {};
    throw pastedProblem(call, access, text) ?? outcomeOpen(call, text);
  }
  // What is whole JSON is an answer, whatever is written in it: a description may read like an error.
  const value = parsed(text);
  if (value === undefined) throw pastedProblem(call, access, text) ?? unreadable(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unreadable(text);
  const answer = value as ApiAnswer;
  const wrong = form === undefined ? undefined : wrongIn(answer, call.input, form);
  if (wrong === undefined) return answer;
  throw new CallRefused(
    `Cannot use what was pasted for ${operationName(call)}: this is the answer to another command: ${wrong}`,
    { remedy: 'Run the printed line itself, and paste all that it prints.' },
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unreadable(text: string): AwsProblem {
  const found = text === '' ? 'nothing was pasted' : `it is neither a JSON object nor an error of AWS`;
  return new CallRefused(`Cannot read what was pasted: ${found}`, {
    remedy: 'Run the line again and paste all that it prints, from the first { to the last }.',
  });
}

function outcomeOpen(call: ApiCall, text: string): AwsProblem {
  const more = text.length > QUOTED ? `… (${text.length - QUOTED} more characters)` : '';
  return new OutcomeUnknown(
    `Cannot tell whether ${operationName(call)} in account ${call.account} took effect: it prints nothing when it worked, and this was pasted: ${safeText(text.slice(0, QUOTED))}${more}`,
    { remedy: 'Try again: firebreak reads the state back before it repeats anything.' },
  );
}
