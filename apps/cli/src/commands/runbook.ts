import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { formatMessage, lintRunbook, RunbookMissing, runbookPaths, stepKind } from '@firebreak/runbook';
import { safeText } from '@firebreak/untrusted';
import { allRunbooks, RUNBOOKS, vocabulary } from '../content.ts';
import { EXIT } from '../exit-codes.ts';
import { jsonText } from '../json/json-text.ts';

/** Explains every mistake in runbooks, a line each: `path:line:column: severity: message [rule]`. */
export async function lintCommand(paths: readonly string[], { json }: { json?: boolean }): Promise<number> {
  const words = await vocabulary();
  const given = paths.length > 0 ? paths : await runbookPaths(RUNBOOKS);
  let errors = 0;
  for (const path of given) {
    const shown = relative(process.cwd(), path) || path;
    const { messages } = lintRunbook(await readText(path), shown, words, new Date());
    errors += messages.filter(({ severity }) => severity === 'error').length;
    for (const message of messages) write(json ? jsonText(message) : safeText(formatMessage(message)));
  }
  if (errors === 0 && !json)
    write(`${given.length} runbook${given.length === 1 ? '' : 's'} without an error`);
  return errors === 0 ? EXIT.done : EXIT.lint;
}

export async function listCommand({ json }: { json?: boolean }): Promise<number> {
  for (const { id, title, severity, reviewed, steps, findings } of await allRunbooks()) {
    if (json) write(jsonText({ id, title, severity, reviewed, steps: steps.length, findings }));
    else write(`${id.padEnd(28)} ${severity}  ${String(steps.length).padStart(2)} steps  ${title}`);
  }
  return EXIT.done;
}

export async function showCommand(id: string, { json }: { json?: boolean }): Promise<number> {
  const runbook = (await allRunbooks()).find((candidate) => candidate.id === id);
  if (runbook === undefined) {
    throw new RunbookMissing(`Cannot show runbook: there is no runbook "${id}"`, {
      remedy: 'List the runbooks with: firebreak runbook list',
    });
  }
  const steps = runbook.steps.map((step) => ({ id: step.id, title: step.title, kind: stepKind(step) }));
  if (json) write(jsonText({ ...runbook, text: undefined, steps }));
  else write(runbook.text.trimEnd());
  return EXIT.done;
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new RunbookMissing('Cannot check runbook: there is no such file', {
      where: path,
      remedy: 'Give the path of a Markdown file.',
      cause,
    });
  });
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
