import type { Prompt } from '@firebreak/runbook';
import { expect, test } from 'vitest';
import { promptLines } from './prompt-lines.ts';

const step = { id: 's', title: 'S', prose: 'word '.repeat(60) };

test('where no terminal is, lines are at most 100 wide', () => {
  const prompt: Prompt = { kind: 'read', step, ticks: ['tick '.repeat(40)] };
  const lines = promptLines(prompt);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
  expect(lines.filter((line) => line.startsWith('  [ ] '))).toHaveLength(1);
  expect(lines.at(-1)).toMatch(/^ {6}tick/);
});

test('a command to run is never wrapped, so that it can be copied', () => {
  const command = `aws iam put-user-policy --policy-document '${'x'.repeat(200)}'`;
  const call = { service: 'iam', operation: 'PutUserPolicy', input: {}, account: '111111111111' } as const;
  expect(promptLines({ kind: 'by-hand', step, call, command, wants: 'done' })).toContain(`   ${command}`);
});
