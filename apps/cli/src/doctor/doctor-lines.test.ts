import { expect, test } from 'vitest';
import { missing, ok, skipped, warning } from './check.ts';
import { doctorLines } from './doctor-lines.ts';

const CHECKS = [
  { name: 'Node.js', ...ok('version 26') },
  {
    name: 'account shop',
    ...missing('refused: iam:GetRole', 'Give the policy.', 'firebreak doctor --policy x'),
  },
  { name: 'clock', ...warning('9 seconds behind', 'Set it.') },
  { name: 'Athena', ...skipped('not \u001b[31mconfigured') },
];

test('what is found stands in columns, and below it what to do', () => {
  expect(doctorLines(CHECKS, 60)).toEqual([
    'ok       Node.js       version 26',
    'MISSING  account shop  refused: iam:GetRole',
    '                       do   Give the policy.',
    '                       run  firebreak doctor --policy x',
    'warning  clock         9 seconds behind',
    '                       do   Set it.',
    'skipped  Athena        not ␛[31mconfigured',
    '',
    '1 missing, 1 warning, 1 ok, 1 skipped.',
  ]);
});

test('only the word is coloured, and lines keep to the width without it', () => {
  const lines = doctorLines(CHECKS, 50, (state, word) => `<${state}>${word}</>`);
  expect(lines[0]).toBe('<ok>ok     </>  Node.js       version 26');
  expect(Math.max(...doctorLines(CHECKS, 60).map((line) => line.length))).toBeLessThanOrEqual(60);
});
