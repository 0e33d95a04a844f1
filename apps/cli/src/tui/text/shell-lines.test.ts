import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellLines } from './shell-lines.ts';

const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Sid: "It's over, {now}", Effect: 'Deny', Action: '*', Resource: ['arn:aws:s3:::a', 'arn:aws:s3:::b'] },
  ],
});
const COMMAND = `printf '%s\\n' --user 'a b' --policy '${POLICY.replaceAll("'", `'\\''`)}' --end`;

test('shellLines() keeps a short command on one row', () => {
  expect(shellLines('aws sts get-caller-identity', 78)).toEqual(['aws sts get-caller-identity']);
});

test.each([40, 60, 78])('shellLines() at %i columns means the same to a shell', (width) => {
  const rows = shellLines(COMMAND, width);
  const run = (script: string) => execFileSync('sh', ['-c', script], { encoding: 'utf8' });
  const compact = (text: string) => text.replace(/\n\s*/g, '');
  expect(rows.length).toBeGreaterThan(1);
  expect(compact(run(rows.join('\n')))).toBe(compact(run(COMMAND)));
});
