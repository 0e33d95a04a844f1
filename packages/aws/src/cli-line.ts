import { safeText, shellWord } from '@firebreak/untrusted';
import type { ApiCall } from './api-call.ts';
import { CallRefused } from './errors.ts';

/**
 * The AWS CLI line for a call, safe to paste into a POSIX shell.
 *
 * @throws {UnprintableWord} when a value holds characters that a shell line could hide.
 * @throws {CallRefused} when the AWS CLI would load the value from a file or an address instead of taking it.
 */
export function cliLine({ service, operation, input, region }: ApiCall): string {
  const words = ['aws', service, kebab(operation)];
  for (const [name, value] of Object.entries(input)) {
    const plain = typeof value === 'string' ? value : JSON.stringify(value);
    if (/^(fileb?|https?):\/\//.test(plain)) throw loadedByTheCli(plain);
    const text = shellWord(plain);
    const option = `--${kebab(name)}`;
    // A value that begins with a dash would be taken for an option of its own.
    if (/^'?-/.test(text)) words.push(`${option}=${text}`);
    else words.push(option, text);
  }
  if (region !== undefined) words.push('--region', shellWord(region));
  words.push('--output', 'json');
  return words.join(' ');
}

/** Source: AWS CLI User Guide, "Loading a parameter from a file". */
function loadedByTheCli(value: string): CallRefused {
  return new CallRefused(
    `Cannot print a command: the AWS CLI would load the value ${safeText(value)} from elsewhere`,
    {
      remedy: 'Check where the value comes from; no name in AWS looks like this.',
    },
  );
}

/** `UpdateAccessKey` to `update-access-key`, `ListObjectsV2` to `list-objects-v2`, as botocore names them. */
function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}
