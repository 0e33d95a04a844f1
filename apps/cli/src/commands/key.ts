import { readAccessKey, UNIQUE_ID_PREFIXES } from '@firebreak/iam';
import { safeText } from '@firebreak/untrusted';
import { EXIT } from '../exit-codes.ts';
import { jsonText } from '../json/json-text.ts';

/** What a key id says by itself. */
export function keyCommand(id: string, { json }: { json?: boolean }): number {
  const key = readAccessKey(id);
  if (json) {
    process.stdout.write(
      `${jsonText({ ...key, prefix: key.prefix ?? null, accountId: key.accountId ?? null })}\n`,
    );
    return EXIT.done;
  }
  const kind = key.prefix === undefined ? 'no prefix that AWS documents' : UNIQUE_ID_PREFIXES[key.prefix];
  process.stdout.write(`key      ${safeText(id)}\nkind     ${kind}\n`);
  process.stdout.write(`account  ${key.accountId ?? `unknown: ${safeText(key.unknownBecause)}`}\n`);
  return EXIT.done;
}
