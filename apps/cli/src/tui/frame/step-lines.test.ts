import { safeText } from '@firebreak/untrusted';
import { expect, test } from 'vitest';
import type { StepItem } from '../state/view.ts';
import { textOf } from '../text/line.ts';
import { stepLines } from './step-lines.ts';

function steps(count: number): readonly StepItem[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `s${at}`,
    title: safeText(`Step number ${at}`),
    state: at === count - 1 ? 'now' : 'done',
  }));
}

test('stepLines() tells the states apart without colours', () => {
  const states: readonly StepItem['state'][] = ['done', 'now', 'skipped', 'failed'];
  const all = states.map((state) => ({ id: state, title: safeText('X'), state }));
  expect(stepLines(all, 'now', 20, 10).slice(2).map(textOf)).toEqual([
    '✔ X',
    '▸ X',
    '– X · skipped',
    '✖ X · failed',
  ]);
});

test.each([3, 8, 30])('stepLines() keeps the current one of %i steps in view', (count) => {
  const lines = stepLines(steps(count), `s${count - 1}`, 24, 9).map(textOf);
  expect(lines.length).toBeLessThanOrEqual(9);
  expect(lines).toContain(`▸ Step number ${count - 1}`);
});

test('stepLines() says how many steps are above', () => {
  const [head] = stepLines(steps(30), 's29', 24, 9);
  expect(textOf(head ?? [])).toBe('Steps · ↑ 23 above');
});

test('stepLines() goes back with the runbook', () => {
  expect(stepLines(steps(30), 's0', 24, 9).map(textOf)).toContain('✔ Step number 0');
});
