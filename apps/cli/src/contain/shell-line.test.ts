import { expect, test } from 'vitest';
import { shellLine, shellLines } from './shell-line.ts';

const WORDS = ['aws', 'iam', 'put-user-policy', '--policy-document', '{"a": "b c"}', '--user-name', "o'neil"];

test('words are quoted where a shell would take them apart', () => {
  expect(shellLine(WORDS)).toBe(
    `aws iam put-user-policy --policy-document '{"a": "b c"}' --user-name 'o'\\''neil'`,
  );
});

test.each([20, 40, 80, 200])('at %i columns a line breaks between words only', (width) => {
  const lines = shellLines(WORDS, '  ', width);
  expect(
    lines
      .join('\n')
      .replaceAll(/ \\\n +/g, ' ')
      .trim(),
  ).toBe(shellLine(WORDS));
  const long = lines.filter((line) => line.length > width);
  for (const line of long) expect(line.trim().replace(/ \\$/, '')).toMatch(/^(?:--\S+|'[^']*'|\S+)$/);
});
