import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  approve,
  goOn,
  hears,
  KEYS,
  playToDecision,
  playToFirstApproval,
  tickAll,
} from './terminal/drill-keys.ts';
import { masked } from './terminal/masked.ts';
import { modesLeftOn } from './terminal/modes-left-on.ts';
import { type RealTerminal, startFirebreak } from './terminal/real-terminal.ts';

interface TemporaryFolder extends Disposable {
  readonly path: string;
}

function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'fb-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

function startDrill(folder: TemporaryFolder, columns: number, rows: number): RealTerminal {
  return startFirebreak(['drill', '--dir', folder.path], columns, rows);
}

/** The one incident of a folder, and the types of its events. */
function journalOf({ path }: TemporaryFolder): {
  readonly incident: string;
  readonly events: readonly string[];
} {
  const [id = ''] = readdirSync(path);
  const lines = readFileSync(join(path, id, 'journal.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  return { incident: join(path, id), events: lines.map((line) => String(JSON.parse(line).type)) };
}

function expectTerminalGivenBack(terminal: RealTerminal): void {
  expect(terminal.buffer()).toBe('normal');
  expect(terminal.raw()).toContain('\u001B[?1049h');
  expect(modesLeftOn(terminal.raw())).toEqual([]);
  expect(terminal.raw()).not.toMatch(/\?100[0-6]h/);
  expect(terminal.text()).toMatch(/(^|\s)icanon\s/m);
  expect(terminal.text()).toMatch(/(^|\s)echo\s/m);
}

const SIZES = [
  [80, 24],
  [120, 40],
] as const;

/** Most of the time they wait for a program, so they wait together. */
const onUnix = process.platform === 'win32' ? test.skip : test.concurrent;

onUnix.for(SIZES)('%i×%i: the drill is played to its end', async ([columns, rows], { expect }) => {
  using folder = temporaryFolder();
  using terminal = startDrill(folder, columns, rows);
  const frame = async (name: string) => {
    await terminal.settled();
    const path = `terminal/frames/${name}-${columns}x${rows}.txt`;
    await expect(masked(terminal.text())).toMatchFileSnapshot(path);
  };
  await terminal.shows('Enter close');
  expect(terminal.buffer()).toBe('alternate');
  await playToFirstApproval(terminal);
  await approve(terminal);
  await terminal.shows('Enter when you have read this.');
  expect(terminal.text()).toMatch(/INTRUDER +DENIED: iam:ListUsers with leaked-key/);
  expect(terminal.text()).toMatch(/INTRUDER +ALLOWED: s3:GetObject on payroll-exports/);
  await frame('half-contained');
  await goOn(terminal, 'Deny the user');
  await terminal.shows('Deactivate access key');
  await frame('approval');
  await approve(terminal);
  await goOn(terminal, 'Deactivate the key');
  await terminal.shows('Revoke the sessions of role Deployer');
  await approve(terminal);
  await terminal.shows('Enter when you have read this.');
  expect(terminal.text()).toMatch(/INTRUDER +DENIED: s3:GetObject on payroll-exports/);
  await goOn(terminal, 'Revoke the role sessions');
  await goOn(terminal, 'Prove that it holds');
  await terminal.shows('Who did you tell');
  terminal.type('mara, on the phone\r');
  await terminal.shows('3 of 3 left to tick.');
  await tickAll(terminal, 3);
  expect(await terminal.exitCode()).toBe(0);
  const { incident, events } = journalOf(folder);
  expect(terminal.raw()).toContain(join(incident, 'report.html'));
  expect(existsSync(join(incident, 'report.html'))).toBe(true);
  expect(events.filter((type) => type === 'containment.approved')).toHaveLength(3);
  expectTerminalGivenBack(terminal);
});

onUnix('type-ahead approves nothing, Ctrl+C twice leaves, and the same command resumes', async () => {
  using folder = temporaryFolder();
  using terminal = startDrill(folder, 120, 40);
  await playToDecision(terminal);
  terminal.type(`${KEYS.enter}${KEYS.tab}${KEYS.enter}`);
  await terminal.shows('Deny everything to user build-bot');
  terminal.type(KEYS.tab);
  terminal.type(KEYS.enter);
  await hears();
  terminal.type(`${KEYS.tab}${KEYS.enter}`);
  terminal.resize(80, 24);
  await terminal.shows(/Enter press.*\? help$/m);
  await terminal.settled();
  expect(terminal.text()).toContain('▸ [ Cancel ]');
  expect(journalOf(folder).events).not.toContain('containment.approved');
  terminal.type(KEYS.interrupt);
  await terminal.shows('Ctrl+C again to leave.');
  terminal.type(KEYS.interrupt);
  expect(await terminal.exitCode()).toBe(130);
  expect(terminal.raw()).toContain(`npx firebreak drill --dir ${folder.path}`);
  expectTerminalGivenBack(terminal);

  using again = startDrill(folder, 80, 24);
  await again.shows('goes on where it stood');
  again.type(KEYS.enter);
  await again.shows('Deny everything to user build-bot');
  await approve(again);
  await goOn(again, 'Deny the user');
  await again.shows('Deactivate access key');
  await hears();
  again.type('q');
  await again.shows('Stop here?');
  again.type('y');
  expect(await again.exitCode()).toBe(4);
  expect(journalOf(folder).events).toContain('incident.resumed');
  expectTerminalGivenBack(again);
});
