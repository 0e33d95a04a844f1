import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { type PassedOver, readFindings } from '@firebreak/guardduty';
import { safeText } from '@firebreak/untrusted';
import { allRunbooks } from '../content.ts';
import { EXIT } from '../exit-codes.ts';
import { findingObject } from '../finding/finding-object.ts';
import { findingPage } from '../finding/finding-page.ts';
import { runbookIdOf } from '../finding/runbook-of.ts';
import { unreadable } from '../incident/read-finding-file.ts';
import { jsonText } from '../json/json-text.ts';

/** Shows the findings of a file or of standard input: a page each, or one JSON object a line. */
export async function findingCommand(path: string, { json }: { json?: boolean }): Promise<number> {
  const runbooks = await allRunbooks();
  let count = 0;
  const onPassedOver = ({ where, reason }: PassedOver) =>
    process.stderr.write(`passed over: ${safeText(where)}: ${safeText(reason)}\n`);
  for await (const finding of readFindings(bytesOf(path), path, { onPassedOver })) {
    const runbook = runbookIdOf(finding.type.name, runbooks);
    const page = json ? [jsonText(findingObject(finding, runbook))] : findingPage(finding, runbook);
    if (!json && count > 0) page.unshift('');
    for (const line of page) if (!(await write(line))) return EXIT.done;
    count += 1;
  }
  return EXIT.done;
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* (path === '-' ? process.stdin : createReadStream(path)) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** Waits while whoever reads is slower, so that a million findings are not held in memory. False when nobody reads. */
async function write(line: string): Promise<boolean> {
  if (process.stdout.destroyed || process.stdout.errored) return false;
  if (process.stdout.write(`${line}\n`)) return true;
  return once(process.stdout, 'drain').then(
    () => true,
    () => false,
  );
}
