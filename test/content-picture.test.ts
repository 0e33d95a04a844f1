import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import xterm from '@xterm/headless';
import { expect, test } from 'vitest';
import { type Run, screenRuns } from '../tools/terminal/screen-runs.ts';
import { drawSvg } from '../tools/terminal/svg.ts';

async function runsOf(text: string): Promise<Run[]> {
  const terminal = new xterm.Terminal({ cols: 20, rows: 2, allowProposedApi: true });
  await new Promise<void>((resolve) => terminal.write(text, resolve));
  return screenRuns(terminal.buffer.active, 20, 2);
}

test('screenRuns() puts cells together that look the same', async () => {
  expect(await runsOf('  \u{1B}[1mab\u{1B}[0m \u{1B}[31mc\u{1B}[7m \u{1B}[0m\r\n世x')).toMatchObject([
    { row: 0, column: 2, cells: 2, text: 'ab', bold: true },
    { row: 0, column: 5, cells: 1, text: 'c', colour: 1 },
    { row: 0, column: 6, cells: 1, text: ' ', inverse: true },
    { row: 1, column: 0, cells: 3, text: '世x' },
  ]);
});

test('drawSvg() shows markup and never obeys it', async () => {
  const svg = drawSvg({ columns: 20, rows: 2, runs: await runsOf('</text>&"\''), description: '"><a' });
  expect(svg).toContain('>&#60;/text&#62;&#38;&#34;&#39;</text>');
  expect(svg).toContain('aria-label="&#34;&#62;&#60;a"');
});

test('docs/terminal.svg holds neither scripts nor links, and knows light and dark', () => {
  const svg = readFileSync(join(import.meta.dirname, '..', 'docs', 'terminal.svg'), 'utf8');
  expect(svg).toContain('prefers-color-scheme:dark');
  expect(svg).not.toMatch(/<script|href|url\(|@import|<image|<foreignObject/);
  expect([...svg.matchAll(/<(\w+)/g)].map(([, name]) => name)).not.toContain('a');
});
