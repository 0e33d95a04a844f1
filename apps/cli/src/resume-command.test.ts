import { expect, test } from 'vitest';
import { resumeCommandOf } from './resume-command.ts';

test('the command that resumes begins nothing new, and can be pasted', () => {
  const argv = ['node', 'firebreak', 'respond', 'my finding.json', '--new', '--logs', 'AWSLogs/'];
  expect(resumeCommandOf(argv)).toBe("npx firebreak respond 'my finding.json' --logs AWSLogs/");
});

test('standard input, which is used up, becomes the copy among the evidence', () => {
  const argv = ['node', 'firebreak', 'respond', '-', '--by-hand'];
  expect(resumeCommandOf(argv, 'incidents/x/evidence/001-finding.json')).toBe(
    'npx firebreak respond incidents/x/evidence/001-finding.json --by-hand',
  );
});
