/**
 * What was pasted: a whole JSON document, something else that the AWS CLI said (an error of AWS, missing credentials,
 * a time-out), or JSON that is not whole yet.
 */
export function cliOutput(text: string): 'json' | 'message' | 'unfinished' {
  if (/An error occurred \(\w+\)[^:]*:/.test(text)) return 'message';
  try {
    JSON.parse(text);
    return 'json';
  } catch {
    return /^\s*([[{]|$)/.test(text) ? 'unfinished' : 'message';
  }
}
