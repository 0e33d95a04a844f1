import type { Plan } from '@firebreak/containment';
import type { Prompt } from '@firebreak/runbook';
import { expect, test } from 'vitest';
import { askPlainly } from './ask-plainly.ts';
import type { LineReader } from './line-reader.ts';

const step = { id: 's', title: 'S', prose: '' };
const plan: Plan = {
  action: 'deny-user',
  target: { user: 'build-bot' },
  account: '111111111111',
  title: 'Deny everything to user build-bot',
  before: null,
  after: { document: 'x' },
  calls: [],
  undo: [],
  stops: [],
  doesNotStop: [],
  permissions: [],
  hash: 'a'.repeat(64),
};
const never = new AbortController().signal;

async function answering(prompt: Prompt, ...lines: string[]) {
  const written: string[] = [];
  const reader = { next: async () => lines.shift() } as unknown as LineReader;
  const answer = await askPlainly(prompt, reader, never, (line) => written.push(line));
  return { answer, written, left: lines };
}

test('Enter alone never approves, and neither does anything but the number', async () => {
  const { answer, written } = await answering(
    { kind: 'approve', step, plan },
    '',
    'y',
    'yes',
    'approve',
    '1',
  );
  expect(answer).toEqual({ kind: 'approve', how: 'chosen' });
  expect(written.filter((line) => line.includes('Type a number'))).toHaveLength(4);
});

test('whoever types a letter is told what the numbers mean', async () => {
  const { written } = await answering({ kind: 'approve', step, plan }, 'y', '3');
  expect(written.join(' ').replace(/\s+/g, ' ')).toContain(
    'Type a number: 1 for "Approve, and apply it now", 2 for "Skip this, with a reason", 3 for "Stop here, and go on later".',
  );
  const options = [{ label: 'Yes, or not sure', goto: 'a' }];
  const decision = await answering({ kind: 'decide', step, options, recommended: 0 }, 'n', '1');
  expect(decision.written.join(' ')).toContain('1 for "Yes, or not sure", 2 for "Stop here');
});

test('a word that has to be typed has to be that word', async () => {
  const prompt: Prompt = { kind: 'approve', step, plan, confirm: 'production' };
  expect((await answering(prompt, '1', 'prod', '1', 'production')).answer).toEqual({
    kind: 'approve',
    how: 'typed',
  });
});

test('skipping takes a reason', async () => {
  expect((await answering({ kind: 'approve', step, plan }, '2', '', 'the owner said no')).answer).toEqual({
    kind: 'skip',
    reason: 'the owner said no',
  });
});

test('a decision has no answer but its numbers', async () => {
  const options = [
    { label: 'Yes', goto: 'a' },
    { label: 'No', goto: 'b' },
  ];
  const prompt: Prompt = { kind: 'decide', step, options, recommended: 0 };
  expect((await answering(prompt, '0', '', '4', '-1', '1.5', '2')).answer).toEqual({
    kind: 'option',
    index: 1,
  });
  expect((await answering(prompt, '3')).answer).toEqual({ kind: 'stop' });
});

test('an answer of the wrong form is explained, and Enter takes the suggestion', async () => {
  const objection = (text: string) => (/^\d+$/.test(text) ? undefined : 'Not a number');
  const prompt: Prompt = { kind: 'ask', step, question: 'How many?', objection, suggestion: '7' };
  const { answer, written } = await answering(prompt, 'seven', '');
  expect(answer).toEqual({ kind: 'text', text: '7' });
  expect(written).toContain('  Not a number');
});

test('pasted output ends with the JSON, or with an empty line', async () => {
  const call = { service: 'iam', operation: 'GetRole', input: {}, account: '111111111111' } as const;
  const prompt: Prompt = { kind: 'by-hand', step, call, command: 'aws iam get-role', wants: 'output' };
  const json = await answering(prompt, '', '{', '  "Role": {}', '}', 'next prompt');
  expect(json).toMatchObject({
    answer: { kind: 'ran', output: '{\n  "Role": {}\n}' },
    left: ['next prompt'],
  });
  const error = await answering(prompt, 'An error occurred (NoSuchEntity)', '', 'next prompt');
  expect(error.answer).toEqual({ kind: 'ran', output: 'An error occurred (NoSuchEntity)' });
  expect((await answering({ ...prompt, wants: 'done' }, '')).answer).toEqual({ kind: 'ran', output: '' });
  expect((await answering(prompt, 'skip', 'no access')).answer).toEqual({
    kind: 'skip',
    reason: 'no access',
  });
});

test('nobody there is no answer', async () => {
  for (const prompt of [
    { kind: 'read', step, ticks: [] },
    { kind: 'approve', step, plan },
  ] as const) {
    expect((await answering(prompt)).answer).toBeUndefined();
  }
});
