// Plays the drill up to an approval and draws that screen into docs/terminal.svg: node tools/draw-terminal.ts
// The program has to be built: npm start or npm test does it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { screenRuns } from './terminal/screen-runs.ts';
import { drawSvg } from './terminal/svg.ts';
import { openTerminal } from './terminal/terminal.ts';

const ROOT = join(import.meta.dirname, '..');
const SIZE = { columns: 80, rows: 24 } as const;
const DESCRIPTION =
  'firebreak asks for the approval of a containment: what stops, what does not stop, and what the intruder tries meanwhile.';
const ENTER = '\r';

/** What is pressed when the screen shows a text; the first that fits. Everything else is answered with Enter. */
const REPLIES: readonly (readonly [shown: string, ...keys: string[]])[] = [
  ['2 of 2 left to tick', ' ', 'j', ' ', ENTER],
  ['Deactivate access key AKIA', '\t'],
  ['▸ [ Cancel ]', 'G', '\t'],
];
const ENOUGH_REPLIES = 40;

const folder = mkdtempSync(join(tmpdir(), 'firebreak-'));
const terminal = openTerminal([join(ROOT, 'apps/cli/bin/firebreak.js'), 'drill'], { ...SIZE, folder });
try {
  for (let replies = 0; !isWanted(await terminal.settled()); replies += 1) {
    if (replies === ENOUGH_REPLIES)
      throw new Error('Cannot reach the approval: the drill has another way now');
    const text = await terminal.settled();
    const [, ...keys] = REPLIES.find(([shown]) => text.includes(shown)) ?? ['', ENTER];
    for (const key of keys) await terminal.type(key);
  }
  const runs = screenRuns(terminal.screen(), SIZE.columns, SIZE.rows);
  writeFileSync(join(ROOT, 'docs/terminal.svg'), drawSvg({ ...SIZE, runs, description: DESCRIPTION }));
  process.stdout.write('docs/terminal.svg\n');
} finally {
  await terminal.close();
  rmSync(folder, { recursive: true, force: true });
}

function isWanted(text: string): boolean {
  return text.includes('Deactivate access key') && text.includes('▸ [ Approve ]');
}
