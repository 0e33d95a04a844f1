/** Whether what was pasted can be understood: a whole JSON document, or the error that the AWS CLI printed. */
export function cliOutput(text: string): 'json' | 'error' | 'unfinished' {
  if (/An error occurred \(\w+\)[^:]*:/.test(text)) return 'error';
  try {
    JSON.parse(text);
    return 'json';
  } catch {
    return 'unfinished';
  }
}
