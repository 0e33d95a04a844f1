import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { EXIT } from '../apps/cli/src/exit-codes.ts';
import { program } from '../apps/cli/src/program.ts';

type Command = ReturnType<typeof program>;

const ROOT = join(import.meta.dirname, '..');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((path) => [path, readFileSync(join(ROOT, path), 'utf8')] as const);

/** The commands in the pages, without those that stand for any. */
const shown = pages.flatMap(([, page]) =>
  [...page.replaceAll('\\\n', ' ').matchAll(/npx firebreak ([^\n`]+)/g)]
    .map(([, words = '']) => words)
    .filter((words) => !words.includes('…')),
);
const links = pages.flatMap(([path, page]) =>
  [...page.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, to = '']) => [path, to] as const),
);

/** The program with commands that are understood and do nothing. */
function understanding(): Command {
  const commands = program(() => undefined);
  quieten(commands);
  return commands;
}

function quieten(command: Command): void {
  command.exitOverride().configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
  if (command.commands.length === 0) command.action(() => undefined);
  else command.commands.forEach(quieten);
}

/** As a shell cuts a line: what stands in single quotes is one word. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

test.each(shown.filter((words) => words !== '--help'))('npx firebreak %s is understood', (words) => {
  const line = wordsOf(words.replace(/<that folder>|<id>/g, 'x'));
  expect(() => understanding().parse(line, { from: 'user' })).not.toThrow();
  for (const path of line.filter((word) => word.startsWith('packages/')))
    expect(existsSync(join(ROOT, path))).toBe(true);
});

test.each(links)('%s links to %s, which is there', (path, to) => {
  expect(existsSync(join(ROOT, dirname(path), to))).toBe(true);
});

test('docs/exit-codes.md has each exit code', () => {
  const page = readFileSync(join(ROOT, 'docs/exit-codes.md'), 'utf8');
  const codes = [...page.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
  expect(codes).toEqual(Object.values(EXIT).sort((a, b) => a - b));
});
