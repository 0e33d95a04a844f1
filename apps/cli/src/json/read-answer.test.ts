import type { Plan } from '@firebreak/containment';
import type { Prompt } from '@firebreak/runbook';
import { expect, test } from 'vitest';
import { readAnswer } from './read-answer.ts';

const step = { id: 's', title: 'S', prose: '' };
const approve: Prompt = { kind: 'approve', step, plan: { hash: 'abc' } as Plan };
const typed: Prompt = { ...approve, confirm: 'production' };
const decide: Prompt = { kind: 'decide', step, options: [{ label: 'Yes', goto: 'a' }], recommended: 0 };

test.each<[Prompt, string, string]>([
  [approve, 'yes', 'not JSON'],
  [approve, 'null', '"kind" must be one of approve, skip, stop'],
  [approve, '{"kind":"continue"}', '"kind" must be one of'],
  [approve, '{"kind":"approve"}', '"hash" must be the plan\'s: abc'],
  [approve, '{"kind":"approve","hash":"abd"}', '"hash" must be'],
  [approve, '{"kind":"skip"}', '"reason" is missing'],
  [typed, '{"kind":"approve","hash":"abc"}', '"typed" must be "production"'],
  [decide, '{"kind":"option","index":1}', '"index" must be a number from 0 to 0'],
  [decide, '{"kind":"option","index":"0"}', '"index" must be'],
])('readAnswer() refuses what does not fit: %#', (prompt, line, problem) => {
  expect(readAnswer(line, prompt)).toEqual({ problem: expect.stringContaining(problem) });
});

test('readAnswer() takes what fits', () => {
  expect(readAnswer('{"kind":"approve","hash":"abc"}', approve).answer).toEqual({
    kind: 'approve',
    how: 'chosen',
  });
  expect(readAnswer('{"kind":"approve","hash":"abc","typed":"production"}', typed).answer).toEqual({
    kind: 'approve',
    how: 'typed',
  });
  expect(readAnswer('{"kind":"option","index":0}', decide).answer).toEqual({ kind: 'option', index: 0 });
  expect(readAnswer('{"kind":"stop"}', decide).answer).toEqual({ kind: 'stop' });
});
