import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { lintQuery, openDuckDb, type QueryLintMessage, SavedQueryUnreadable } from '@firebreak/athena';
import { safeText } from '@firebreak/untrusted';
import { queryPaths } from '../content.ts';
import { EXIT } from '../exit-codes.ts';
import { jsonText } from '../json/json-text.ts';

/** Explains every mistake in saved queries, a line each: `path:line:column: severity: message [rule]`. */
export async function lintCommand(paths: readonly string[], { json }: { json?: boolean }): Promise<number> {
  const given = paths.length > 0 ? paths : await queryPaths();
  const engine = await openDuckDb((async function* () {})());
  let errors = 0;
  try {
    for (const path of given) {
      const messages = await lintQuery(await readText(path), relative(process.cwd(), path) || path, engine);
      errors += messages.length;
      for (const message of messages) write(json ? jsonText(message) : safeText(formatted(message)));
    }
  } finally {
    await engine.close();
  }
  if (errors === 0 && !json)
    write(`${given.length} ${given.length === 1 ? 'query' : 'queries'} without an error`);
  return errors === 0 ? EXIT.done : EXIT.lint;
}

function formatted({ path, line, column, severity, message, rule }: QueryLintMessage): string {
  return `${path}:${line}:${column}: ${severity}: ${message} [${rule}]`;
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new SavedQueryUnreadable('Cannot check query: the file cannot be read', {
      where: path,
      remedy: 'Give the path of a .sql file.',
      cause,
    });
  });
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
