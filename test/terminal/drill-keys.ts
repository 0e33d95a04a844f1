import type { RealTerminal } from './real-terminal.ts';

export const KEYS = {
  enter: '\r',
  tab: '\t',
  space: ' ',
  bottom: 'G',
  down: '\u001B[B',
  interrupt: '\u0003',
} as const;

/** Each stands as the title of a step, which shows what it found. */
const FINDINGS = [
  'Trace the key',
  'What did the key do?',
  'From where was the first key used?',
  'What did it leave behind?',
];

/** From the briefing to the first approval of the default drill. */
export async function playToFirstApproval(terminal: RealTerminal): Promise<void> {
  await playToDecision(terminal);
  terminal.type(KEYS.enter);
  await terminal.shows('Deny everything to user build-bot');
}

/** From the briefing to the decision: closes it, sees the intruder at work, sets two ticks and reads what is found. */
export async function playToDecision(terminal: RealTerminal): Promise<void> {
  await terminal.shows('Enter close');
  terminal.type(KEYS.enter);
  await terminal.shows('2 of 2 left to tick.');
  await terminal.shows(/INTRUDER +ALLOWED: s3:GetObject on payroll-exports/);
  await tickAll(terminal, 2);
  for (const title of FINDINGS) await goOn(terminal, title);
  await terminal.shows('Yes, or not sure (recommended)');
}

/** Sets ticks one by one, and goes on. */
export async function tickAll(terminal: RealTerminal, count: number): Promise<void> {
  for (let left = count - 1; left >= 0; left -= 1) {
    terminal.type(KEYS.space);
    await terminal.shows(left === 0 ? 'All ticked' : `${left} of ${count} left to tick.`);
    if (left > 0) terminal.type(KEYS.down);
  }
  terminal.type(KEYS.enter);
}

/** Leaves a step that shows what came of it. */
export async function goOn(terminal: RealTerminal, title: string): Promise<void> {
  await terminal.shows(`│ ${title}`);
  await terminal.shows('Enter when you have read this.');
  terminal.type(KEYS.enter);
}

/** An approval is deaf to keys for 300 ms, which nothing shows. */
export async function hears(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 330));
}

/** Approves what is on the screen. */
export async function approve(terminal: RealTerminal): Promise<void> {
  await terminal.shows('▸ [ Cancel ]');
  await hears();
  terminal.type(KEYS.bottom);
  await terminal.shows(/plan [0-9a-f]{12}/);
  terminal.type(KEYS.tab);
  await terminal.shows('▸ [ Approve ]');
  terminal.type(KEYS.enter);
}
