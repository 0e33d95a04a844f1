import { expect, test } from 'vitest';
import { proseLines } from './prose-lines.ts';

test('alerts begin with their word, and bold and links lose their marks', () => {
  const prose = `> [!CAUTION]
> Every workload that runs as \`build-bot\` stops
> at **once**.

See [the runbook](#deny) and **all** of [AWS](https://aws.amazon.com).`;
  expect(proseLines(prose, 60)).toEqual([
    'CAUTION: Every workload that runs as `build-bot` stops at',
    '         once.',
    '',
    'See the runbook and all of AWS (https://aws.amazon.com).',
  ]);
});

test('paragraphs and items are wrapped anew; tables and code stand', () => {
  const prose = `One two three
four five.

- a bullet that is long
  enough to break
1. first

| a | b |
|---|---|

\`\`\`sh
aws sts get-caller-identity --output json
\`\`\``;
  expect(proseLines(prose, 24)).toEqual([
    'One two three four five.',
    '',
    '- a bullet that is long',
    '  enough to break',
    '1. first',
    '',
    '| a | b |',
    '|---|---|',
    '',
    'aws sts get-caller-identity --output json',
  ]);
});

test('values that an intruder wrote act on nothing', () => {
  expect(proseLines('Seen from `\u001b[2J\u202e`.', 60)).toEqual(['Seen from `␛[2J<U+202E>`.']);
});
