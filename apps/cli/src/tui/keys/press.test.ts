import type { Answer, Prompt } from '@firebreak/runbook';
import { expect, test } from 'vitest';
import { firstView } from '../state/first-view.ts';
import { reduce } from '../state/reduce.ts';
import type { View } from '../state/view.ts';
import { APPROVE, ASK, BY_HAND, DECIDE, FAILED, READ, TICKS } from '../testing/samples.ts';
import { paste } from './paste.ts';
import { press } from './press.ts';
import type { Key } from './read-keys.ts';

const REACH = { page: 10, max: 20 };

function opened(prompt: Prompt): View {
  const view = firstView({ title: 'Key', briefing: [], resumeCommand: 'firebreak resume' });
  return reduce(view, { type: 'prompted', prompt, now: 0 });
}

function key(name: string, alone = true): Key {
  return { name, text: name === 'space' ? ' ' : [...name].length === 1 ? name : '', alone };
}

/** Presses keys one after the other and returns the first answer and the last view. */
function typed(
  prompt: Prompt,
  names: readonly string[],
  { view = opened(prompt), now = 1000, alone = true } = {},
) {
  let answer: Answer | undefined;
  let last = view;
  for (const name of names) {
    const done = press(last, key(name, alone), { prompt, reach: REACH, now });
    last = done.view;
    answer ??= done.answer;
  }
  return { answer, view: last };
}

const letters = (text: string): readonly string[] =>
  [...text].map((letter) => (letter === ' ' ? 'space' : letter));
const DANGEROUS: Prompt = { ...APPROVE, confirm: 'build-bot' };

test('Enter on a fresh approval cancels, and a cancel needs a reason', () => {
  expect(typed(APPROVE, ['enter']).view.modal?.kind).toBe('reason');
  expect(typed(APPROVE, ['enter', 'enter']).answer).toBeUndefined();
  expect(typed(APPROVE, ['enter', ...letters('not now'), 'enter']).answer).toEqual({
    kind: 'skip',
    reason: 'not now',
  });
});

test('Tab and Enter approve what was read to its end', () => {
  expect(typed(APPROVE, ['G', 'tab', 'enter']).answer).toEqual({ kind: 'approve', how: 'chosen' });
  expect(typed(APPROVE, ['G', 'g', 'tab', 'enter']).answer).toEqual({ kind: 'approve', how: 'chosen' });
});

test('nothing is approved whose end was not on the screen', () => {
  const { answer, view } = typed(APPROVE, ['tab', 'enter']);
  expect(answer).toBeUndefined();
  expect(view.notice?.text).toContain('PgDn shows the rest');
});

test('keys of the first 300 ms do nothing', () => {
  expect(typed(APPROVE, ['G', 'tab', 'enter'], { now: 299 })).toEqual({
    answer: undefined,
    view: opened(APPROVE),
  });
});

test('keys of one read do nothing', () => {
  expect(typed(APPROVE, ['G', 'tab', 'enter'], { alone: false }).answer).toBeUndefined();
  const chosen = typed(APPROVE, ['G', 'tab']).view;
  expect(typed(APPROVE, ['enter'], { view: chosen, alone: false }).answer).toBeUndefined();
});

test('a dangerous change needs the word', () => {
  const wrong = typed(DANGEROUS, ['G', 'tab', ...letters('build'), 'tab', 'enter']);
  expect(wrong.answer).toBeUndefined();
  expect(wrong.view.notice?.text).toContain('Type build-bot');
  expect(typed(DANGEROUS, ['G', 'tab', ...letters('build-bot'), 'enter', 'enter']).answer).toEqual({
    kind: 'approve',
    how: 'typed',
  });
});

test('the word is not pasted', () => {
  const view = paste(typed(DANGEROUS, ['G', 'tab']).view, 'build-bot\r');
  expect(view.prompt).toMatchObject({ kind: 'approve', field: { before: [] } });
  expect(typed(DANGEROUS, ['tab', 'enter'], { view }).answer).toBeUndefined();
});

test('closing a sheet makes an approval deaf again', () => {
  const help = typed(APPROVE, ['G', 'tab', '?']).view;
  const closed = typed(APPROVE, ['esc'], { view: help }).view;
  expect(typed(APPROVE, ['enter'], { view: closed }).answer).toBeUndefined();
  expect(typed(APPROVE, ['enter'], { view: closed, now: 1400 }).answer).toEqual({
    kind: 'approve',
    how: 'chosen',
  });
});

test('ticks must all be set', () => {
  const early = typed(TICKS, ['space', 'enter']);
  expect(early.answer).toBeUndefined();
  expect(early.view.notice?.text).toBe('Not ticked yet: You have a second person');
  expect(typed(TICKS, ['space', 'j', 'space', 'enter']).answer).toEqual({ kind: 'continue' });
});

test('an answer is typed, suggested or objected to', () => {
  expect(typed(ASK, ['enter']).answer).toEqual({ kind: 'text', text: 'on-call, #security' });
  expect(typed(ASK, [...letters('mara q'), 'enter']).answer).toEqual({ kind: 'text', text: 'mara q' });
  expect(typed(ASK, [...letters('nobody'), 'enter']).view.notice?.text).toBe('Somebody has to know.');
});

test('a decision starts at the recommended option', () => {
  expect(typed(DECIDE, ['enter']).answer).toEqual({ kind: 'option', index: 0 });
  expect(typed(DECIDE, ['j', 'down', 'k', 'enter']).answer).toEqual({ kind: 'option', index: 1 });
  expect(typed(DECIDE, ['3', 'enter']).answer).toEqual({ kind: 'option', index: 2 });
  expect(typed(DECIDE, ['9']).view).toEqual(opened(DECIDE));
});

test('output is pasted whole, and judged before it is sent', () => {
  const half = paste(opened(BY_HAND), '{\r\n "AccessKeyMetadata": [');
  expect(typed(BY_HAND, ['ctrl+d'], { view: half }).view.notice?.text).toContain('neither whole JSON');
  expect(typed(BY_HAND, ['enter'], { view: paste(half, ']}') }).answer).toEqual({
    kind: 'ran',
    output: '{\n "AccessKeyMetadata": []}',
  });
  expect(typed(BY_HAND, ['s', 'x', 'enter']).answer).toEqual({ kind: 'skip', reason: 'x' });
});

test('an error of the AWS CLI is output too, after a read and after a change', () => {
  const output = 'An error occurred (NoSuchEntity) when calling the GetUserPolicy operation: gone';
  expect(typed(BY_HAND, ['enter'], { view: paste(opened(BY_HAND), output) }).answer).toEqual({
    kind: 'ran',
    output,
  });
  const change: Prompt = { ...BY_HAND, wants: 'done' };
  expect(typed(change, ['enter']).answer).toEqual({ kind: 'ran', output: '' });
  expect(typed(change, ['enter'], { view: paste(opened(change), output) }).answer).toEqual({
    kind: 'ran',
    output,
  });
  expect(typed(change, ['enter'], { view: paste(opened(change), 'command not found') }).answer).toEqual({
    kind: 'ran',
    output: 'command not found',
  });
});

test('a command is handed to the clipboard only when it is what it looks like', () => {
  const copied = press(opened(BY_HAND), key('y'), { prompt: BY_HAND, reach: REACH, now: 1 });
  expect(copied.copy).toBe(BY_HAND.command);
  const forged = { ...BY_HAND, command: 'aws \u202E' };
  expect(press(opened(forged), key('y'), { prompt: forged, reach: REACH, now: 1 }).copy).toBeUndefined();
});

test('a failure is retried, skipped or left', () => {
  expect(typed(FAILED, ['r']).answer).toEqual({ kind: 'retry' });
  expect(typed(FAILED, ['s', 'x', 'enter']).answer).toEqual({ kind: 'skip', reason: 'x' });
  expect(typed(FAILED, ['q', 'tab', 'enter']).answer).toEqual({ kind: 'stop' });
});

test('stopping is asked for, and can be taken back', () => {
  expect(typed(READ, ['q', 'enter']).view.modal).toBeUndefined();
  expect(typed(READ, ['esc', 'y']).answer).toEqual({ kind: 'stop' });
  expect(typed(READ, ['q', 'n', 'enter']).answer).toEqual({ kind: 'continue' });
});

test('scrolling stays inside the text', () => {
  expect(typed(READ, ['down', 'pagedown']).view.scroll).toBe(10);
  expect(typed(READ, ['G', 'down']).view.scroll).toBe(20);
  expect(typed(READ, ['pageup']).view.scroll).toBe(0);
});
