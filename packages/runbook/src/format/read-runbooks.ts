import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RunbookMalformed, RunbookMissing } from '../errors.ts';
import { lintRunbook } from './lint-runbook.ts';
import type { Runbook } from './runbook.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The paths of all runbooks in a folder: its `.md` files but for `README.md`, by name. */
export async function runbookPaths(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => join(folder, name));
}

/**
 * Reads one runbook.
 *
 * @throws {RunbookMissing} when there is no such file.
 * @throws {RunbookMalformed} with every mistake in it.
 */
export async function readRunbook(path: string, vocabulary: Vocabulary, today: Date): Promise<Runbook> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new RunbookMissing('Cannot open runbook: there is no such file', {
      where: path,
      remedy: 'List the runbooks with: firebreak runbook list',
      cause,
    });
  });
  const { runbook, messages } = lintRunbook(text, path, vocabulary, today);
  if (runbook !== undefined) return runbook;
  throw new RunbookMalformed(
    path,
    messages.filter(({ severity }) => severity === 'error'),
  );
}

/** The runbook whose list names a finding type most exactly; nothing when none does. `*` stands for any characters. */
export function selectRunbook(runbooks: readonly Runbook[], findingType: string): Runbook | undefined {
  let best: { runbook: Runbook; letters: number } | undefined;
  for (const runbook of runbooks) {
    for (const pattern of runbook.findings) {
      const letters = pattern.replaceAll('*', '').length;
      if (matches(pattern, findingType) && (best === undefined || letters > best.letters))
        best = { runbook, letters };
    }
  }
  return best?.runbook;
}

function matches(pattern: string, text: string): boolean {
  const source = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${source.join('.*')}$`, 's').test(text);
}
