import { expect, test } from 'vitest';
import { planLines as screenLines } from '../tui/frame/plan-lines.ts';
import { planView } from '../tui/state/plan-view.ts';
import { PLAN } from '../tui/testing/samples.ts';
import { textOf } from '../tui/text/line.ts';
import { planLines } from './plan-lines.ts';

const LOST = {
  ...PLAN,
  undo: [],
  cannotBeUndone: ['The password: nobody can put it back.', 'Set a new one.'],
};
const around = { prose: [], changed: undefined };

test('what cannot be undone is there before the approval, in lines and on the screen', () => {
  const lines = planLines(LOST);
  expect(lines).toContain('   CANNOT be undone: The password: nobody can put it back.');
  const screen = screenLines(planView(LOST), around, 80).map(textOf);
  expect(screen).toEqual(
    expect.arrayContaining([
      'What cannot be undone',
      '• The password: nobody can put it back.',
      '• Set a new one.',
      '✖ cannot be undone',
    ]),
  );
});

test('a plan that can be undone says nothing of it', () => {
  const all = [...planLines(PLAN), ...screenLines(planView(PLAN), around, 80).map(textOf)];
  expect(all.filter((line) => /cannot be undone/i.test(line))).toEqual([]);
});
