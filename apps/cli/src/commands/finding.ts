import { createReadStream } from 'node:fs';
import { readFindings } from '@firebreak/guardduty';
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
  for await (const finding of readFindings(bytesOf(path), path)) {
    const runbook = runbookIdOf(finding.type.name, runbooks);
    if (json) await write(jsonText(findingObject(finding, runbook)));
    else
      for (const line of [...(count === 0 ? [] : ['']), ...findingPage(finding, runbook)]) await write(line);
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

/** Waits while whoever reads is slower, so that a million findings are not held in memory. */
async function write(line: string): Promise<void> {
  if (process.stdout.write(`${line}\n`)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}
