/**
 * Parts of a user agent that depend on the call: the command of the AWS CLI, retries, the features that were used.
 * Source: `botocore/useragent.py`, and user agents in published logs.
 */
const OF_THE_CALL =
  /^(?:command\/|md\/command#|md\/prompt#|m\/|ft\/|cfg\/retry-mode|cfg\/auth-source|Resource$|Paginator$|Waiter$)/;

/** Each page of the console has a name of its own. */
const CONSOLE =
  /^(?:console\.(?:[\w-]+\.)*amazonaws\.com|signin\.amazonaws\.com|\[?(?:S3Console\/|EC2ConsoleFrontend).*)$/s;

/**
 * A user agent without what changes from call to call: the program, its version and the system below it. All pages of
 * the console are `AWS console`.
 */
export function agentOf(userAgent: string): string {
  if (CONSOLE.test(userAgent)) return 'AWS console';
  const bare = userAgent.startsWith('[') && userAgent.endsWith(']') ? userAgent.slice(1, -1) : userAgent;
  return bare
    .split(' ')
    .filter((part) => !OF_THE_CALL.test(part))
    .join(' ');
}
