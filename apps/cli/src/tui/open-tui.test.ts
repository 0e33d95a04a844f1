import type { Answer, Prompt } from '@firebreak/runbook';
import { afterEach, expect, test } from 'vitest';
import { openTui, type Tui, type TuiOptions } from './open-tui.tsx';
import { APPROVE, ASK, BY_HAND, DECIDE, entries, FAILED, OPENING, READ, TICKS } from './testing/samples.ts';
import { createScreen, type Screen } from './testing/screen.ts';

const open: Tui[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((tui) => tui.close([])));
});

function opened(columns: number, rows: number, options: Partial<TuiOptions> = {}) {
  const screen = createScreen(columns, rows);
  const { stdin, stdout } = screen;
  const tui = openTui({
    title: 'Key',
    briefing: [],
    resumeCommand: 'firebreak resume 1',
    stdin,
    stdout,
    ...options,
  });
  open.push(tui);
  return { screen, tui };
}

async function asked(prompt: Prompt, columns = 80, rows = 24) {
  const { screen, tui } = opened(columns, rows);
  for (const entry of entries(OPENING)) await tui.frontEnd.tell(entry);
  const answer = tui.frontEnd.ask(prompt, new AbortController().signal);
  await screen.shows(prompt.kind === 'approve' ? 'Approve' : prompt.step.title);
  await screen.settled();
  return { screen, tui, answer };
}

/** The approval hears nothing before. */
async function untilItHears(screen: Screen): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 320));
  await screen.settled();
}

const PROMPTS: Readonly<Record<string, Prompt>> = {
  read: READ,
  ticks: TICKS,
  ask: ASK,
  decide: DECIDE,
  approve: APPROVE,
  'approve-typed': { ...APPROVE, confirm: 'build-bot', changed: 'the key was used again' },
  'by-hand': BY_HAND,
  failed: FAILED,
};
const SIZES = [
  [80, 24],
  [120, 40],
] as const;

for (const [columns, rows] of SIZES) {
  test.each(Object.keys(PROMPTS))(`${columns}×${rows}: %s`, async (name) => {
    const { screen } = await asked(PROMPTS[name] ?? READ, columns, rows);
    await expect(screen.text()).toMatchFileSnapshot(`testing/frames/${name}-${columns}x${rows}.txt`);
    expect(screen.buffer()).toBe('alternate');
  });
}

test.each([
  [200, 50],
  [50, 16],
])('%i×%i: decide', async (columns, rows) => {
  const { screen } = await asked(DECIDE, columns, rows);
  await expect(screen.text()).toMatchFileSnapshot(`testing/frames/decide-${columns}x${rows}.txt`);
});

test('the findings, the activity and the help cover the screen and go away', async () => {
  const { screen } = await asked(READ);
  await screen.type('f');
  await expect(screen.text()).toMatchFileSnapshot('testing/frames/findings-80x24.txt');
  await screen.type('\t');
  expect(screen.text()).toContain('[ Activity ]');
  await screen.type('q');
  await screen.type('?');
  await expect(screen.text()).toMatchFileSnapshot('testing/frames/help-80x24.txt');
  await screen.type('\r');
  expect(screen.text()).toContain('Enter when you have read this.');
});

test('the briefing comes first and does not answer what is under it', async () => {
  const { screen, tui } = opened(80, 24, { briefing: ['It is 03:10. Your phone rings.'] });
  let answer: Answer | undefined;
  void tui.frontEnd.ask(READ, tui.signal).then((given) => {
    answer = given;
  });
  await screen.shows('Your phone rings.');
  await screen.type('\r');
  expect(screen.text()).toContain('Disable the key');
  expect(answer).toBeUndefined();
  await screen.type('\r');
  expect(answer).toEqual({ kind: 'continue' });
});

test('no key is echoed into the first frame', () => {
  const screen = createScreen(80, 24);
  const seen: string[] = [];
  screen.stdin.setRawMode = () => {
    seen.push(screen.raw());
    return screen.stdin;
  };
  const { stdin, stdout } = screen;
  open.push(openTui({ title: 'Key', briefing: [], resumeCommand: 'firebreak resume 1', stdin, stdout }));
  expect(seen[0]).toBe('');
});

test('fast typing over a slow line arrives whole', async () => {
  const { screen, answer } = await asked(ASK);
  await screen.type('mara, phone\r');
  expect(await answer).toEqual({ kind: 'text', text: 'mara, phone' });
});

test('type-ahead and pastes never approve', async () => {
  const { screen, tui } = opened(80, 24);
  let answer: Answer | undefined;
  await screen.type('\t\r\t\r');
  void tui.frontEnd.ask(APPROVE, tui.signal).then((given) => {
    answer = given;
  });
  await screen.type('\t');
  await screen.type('\r');
  await untilItHears(screen);
  await screen.type('\t\r');
  await screen.type('y\r');
  await screen.type('\u001B[200~\t\r\u001B[201~');
  expect(answer).toBeUndefined();
  expect(screen.text()).toContain('▸ [ Cancel ]');
  await screen.type('G');
  await screen.type('\t');
  await screen.type('\r');
  expect(answer).toEqual({ kind: 'approve', how: 'chosen' });
});

test('the cursor stands in the text field', async () => {
  const { screen } = await asked(ASK);
  await screen.type('ab');
  const row = screen.text().split('\n')[screen.cursor().y] ?? '';
  expect(row.slice(0, screen.cursor().x)).toMatch(/› ab$/);
});

test('output is pasted in several lines', async () => {
  const { screen, answer } = await asked(BY_HAND);
  await screen.type('\u001B[200~{\n  "AccessKeyMetadata": []\n}\n\u001B[201~');
  expect(screen.text()).toContain('Whole JSON');
  await screen.type('\u0004');
  expect(await answer).toEqual({ kind: 'ran', output: '{\n  "AccessKeyMetadata": []\n}' });
});

test('Ctrl+C says how to resume, and leaves when pressed again', async () => {
  const { screen, tui, answer } = await asked(READ);
  await screen.type('\u0003');
  expect(screen.text()).toContain('Ctrl+C again to leave. Resume with: firebreak resume 1');
  expect(tui.signal.aborted).toBe(false);
  await screen.type('\u0003');
  expect(await answer).toEqual({ kind: 'stop' });
  expect(tui.signal.aborted).toBe(true);
  expect(await tui.frontEnd.ask(READ, new AbortController().signal)).toEqual({ kind: 'stop' });
});

test('an aborted question is answered with stop', async () => {
  const { tui } = opened(80, 24);
  const abort = new AbortController();
  const answer = tui.frontEnd.ask(READ, abort.signal);
  abort.abort();
  expect(await answer).toEqual({ kind: 'stop' });
});

test('a resize lays the screen out anew', async () => {
  const { screen } = await asked(DECIDE);
  await screen.resize(60, 18);
  expect(screen.text()).toContain('Steps');
  await screen.resize(40, 12);
  expect(screen.text()).toContain('Steps and feed are hidden: press f');
  expect(screen.text()).toContain('▸ 1 Yes, or not sure (recommended)');
  await screen.resize(80, 24);
  await expect(screen.text()).toMatchFileSnapshot('testing/frames/decide-80x24.txt');
});

test('closing gives the terminal back and prints the summary', async () => {
  const { screen, tui } = await asked(READ);
  await tui.close(['2 containments proven', 'evil \u001B[2J']);
  await screen.settled();
  expect(screen.buffer()).toBe('normal');
  expect(screen.text()).toBe('2 containments proven\nevil ␛[2J\n');
  expect(screen.raw()).toContain('\u001B[?2004l');
});

test('hostile text never reaches the terminal as such', async () => {
  const evil =
    '\u001B]8;;https://example.com\u0007click\u001B]8;;\u0007\u001B[8mhidden\u202Etxt\u009D0;x\u009C\u2066';
  const { screen, tui } = opened(120, 40, { title: evil, briefing: [evil], resumeCommand: evil });
  await screen.shows('click');
  await screen.type('\r');
  tui.note(evil, 'intruder');
  await tui.frontEnd.tell({ type: 'progress', what: evil });
  const step = { id: 'x', title: evil, prose: `${evil}\n\n> [!CAUTION]\n> ${evil}\n\n- \`${evil}\`` };
  const abort = new AbortController();
  const prompts: readonly Prompt[] = [
    { ...READ, kind: 'read', step, ticks: [evil] },
    { ...ASK, step, question: evil, suggestion: evil, objection: () => evil },
    { ...DECIDE, step, options: [{ label: evil, goto: 'x' }] },
    {
      ...APPROVE,
      step,
      confirm: evil,
      changed: evil,
      plan: { ...APPROVE.plan, title: evil, before: { [evil]: evil } },
    },
    { ...BY_HAND, step, command: evil },
    { kind: 'failed', step, why: evil, remedy: evil },
  ];
  for (const prompt of prompts) {
    void tui.frontEnd.ask(prompt, abort.signal);
    await screen.settled();
    await screen.type(`\u001B[200~${evil}\u001B[201~`);
    await screen.type('\r');
    await screen.type('y');
  }
  const raw = screen.raw();
  for (const sequence of ['\u001B]', '\u001B[8m', '\u009D', '\u009C', '\u202E', '\u2066', '\u0007']) {
    expect(raw).not.toContain(sequence);
  }
  expect(screen.text()).toContain('␛]8;;');
  abort.abort();
});
