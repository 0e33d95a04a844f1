import { disabling, readAccessKey, UNIQUE_ID_PREFIXES } from '@firebreak/iam';
import { safeText } from '@firebreak/untrusted';
import { EXIT } from '../exit-codes.ts';
import { jsonText } from '../json/json-text.ts';

/** What a key id says by itself, and what disabling the key would and would not stop. */
export function keyCommand(id: string, { json }: { json?: boolean }): number {
  const key = readAccessKey(id);
  const { stops, doesNotStop } = disabling(key.kind);
  if (json) {
    const { prefix = null, accountId = null, unknownBecause = null } = key;
    write(
      jsonText({ id, prefix, kind: key.kind, accountId, unknownBecause, disabling: { stops, doesNotStop } }),
    );
    return EXIT.done;
  }
  const kind = key.prefix === undefined ? 'no prefix that AWS documents' : UNIQUE_ID_PREFIXES[key.prefix];
  write(`key      ${safeText(id)}`);
  write(`kind     ${kind}`);
  write(`account  ${key.accountId ?? `unknown: ${safeText(key.unknownBecause)}`}`);
  write('');
  write('Disabling it');
  for (const sentence of stops) write(`  stops          ${sentence}`);
  for (const sentence of doesNotStop) write(`  does not stop  ${sentence}`);
  return EXIT.done;
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
