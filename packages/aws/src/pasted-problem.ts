import { safeText } from '@firebreak/untrusted';
import { type ApiCall, operationName } from './api-call.ts';
import { type ErrorKind, errorKind } from './error-codes.ts';
import { type AwsProblem, CallRefused, CallThrottled, CredentialsMissing, NotFound } from './errors.ts';
import type { Operation } from './operations.ts';

/** How a line of the AWS CLI's own begins; newer versions put their name before it. */
const BEGIN = String.raw`^\s*(?:aws: \[ERROR\]: )?`;
const ERROR = new RegExp(
  `${BEGIN}${String.raw`An error occurred \(([\w.-]+)\) when calling the (\w+) operation(?: \([^)\n]*\))?: ?([^\n]*)`}`,
  'gm',
);
/** What the CLI and botocore print when they had no credentials to send the call with. */
const NO_CREDENTIALS = new RegExp(
  `${BEGIN}((?:Unable to locate credentials|Partial credentials found|The config profile \\(|Error loading SSO Token|Error when retrieving (?:token|credentials) from|The SSO session associated|Token (?:for \\S+ )?(?:has expired|does not exist)|Your session has expired|Credentials were refreshed)[^\\n]*)`,
  'm',
);
/** What the CLI prints when it did not understand the line, and a shell that has no CLI. */
const NOT_SENT = new RegExp(
  `${BEGIN}((?:aws: error: |usage: aws |Unknown options: |Parameter validation failed|Error parsing parameter|You must specify a region|\\S*sh: [^\\n]*not found)[^\\n]*)`,
  'm',
);
/** The calls with which the CLI gets credentials before the one that was asked for. */
const SIGN_IN = /^(AssumeRole\w*|GetRoleCredentials|GetSessionToken|GetFederationToken|Create\w*Token)$/;

type Kind = ErrorKind | 'other command';

/**
 * The problem that the AWS CLI printed; undefined when it printed none, or when a write's outcome stays open in
 * spite of what it printed.
 */
export function pastedProblem(
  call: ApiCall,
  access: Operation['access'],
  text: string,
): AwsProblem | undefined {
  const errors = [...text.matchAll(ERROR)].map(([, code = '', operation = '', reason = '']) => ({
    code,
    reason: reason === '' ? code : `${code}: ${reason}`,
    kind: kindOf(call, code, operation),
  }));
  const last = errors.at(-1);
  if (last === undefined) return problemOfTheCli(call, text);
  const isOpen = errors.some(({ kind }) => kind === 'open' || kind === 'other command');
  if (access === 'write' && isOpen) return undefined;
  return problem(call, access, last.kind, last.code, safeText(last.reason));
}

function kindOf(call: ApiCall, code: string, operation: string): Kind {
  if (operation === call.operation) return errorKind(code);
  return SIGN_IN.test(operation) ? 'credentials' : 'other command';
}

function problem(
  call: ApiCall,
  access: Operation['access'],
  kind: Kind,
  code: string,
  reason: string,
): AwsProblem {
  const name = operationName(call);
  const message = `Cannot call ${name} in account ${call.account}: ${reason}`;
  switch (kind) {
    case 'gone':
      return new NotFound(message, { remedy: 'Check the name; it may already be gone.' });
    case 'throttled':
      return new CallThrottled(message, { remedy: 'Wait half a minute and try again.' });
    case 'credentials':
      return noCredentials(message);
    case 'refused': {
      if (/^(AccessDenied|NotAuthorized|UnauthorizedOperation)/.test(code))
        return new CallRefused(message, { remedy: `Run it with credentials that allow ${name}.` });
      const nothing = access === 'write' ? 'AWS did not take it, and nothing was changed. ' : '';
      return new CallRefused(message, { remedy: `${nothing}Mend what it names, then try again.` });
    }
    case 'other command':
      return new CallRefused(
        `Cannot use what was pasted for ${name}: this is the answer to another command: ${reason}`,
        { remedy: 'Run the printed line itself, and paste all that it prints.' },
      );
    case 'open':
      return new CallRefused(message, { remedy: 'AWS gave no answer: run the line again in a moment.' });
  }
}

function problemOfTheCli(call: ApiCall, text: string): AwsProblem | undefined {
  const message = (reason: string) =>
    `Cannot call ${operationName(call)} in account ${call.account}: ${safeText(reason)}`;
  const missing = NO_CREDENTIALS.exec(text)?.[1];
  if (missing !== undefined) return noCredentials(message(missing));
  const misread = NOT_SENT.exec(text)?.[1];
  if (misread === undefined) return undefined;
  return new CallRefused(message(misread), {
    remedy: 'The AWS CLI did not send it: copy the whole printed line into a terminal that has the AWS CLI.',
  });
}

function noCredentials(message: string): CredentialsMissing {
  return new CredentialsMissing(message, {
    remedy: 'Sign in again in the other terminal, then try again.',
  });
}
