import { markdownCode, markdownText } from '@firebreak/untrusted';
import { expect, test } from 'vitest';
import { textOf } from './line.ts';
import { markdown } from './markdown.ts';

function shown(prose: string, omit = {}): readonly string[] {
  return markdown(prose, 40, omit).map((row) => textOf(row).trimEnd());
}

test('markdown() joins the lines of a paragraph and takes the marks off', () => {
  expect(shown('Turn **this** key\noff with `aws`, see [the step](#x).')).toEqual([
    'Turn this key off with aws, see the',
    'step.',
  ]);
});

test('markdown() draws an alert with its word and a bar', () => {
  expect(shown('> [!CAUTION]\n> It stops\n> at once.')).toEqual(['┃ CAUTION', '┃ It stops at once.']);
});

test('markdown() draws lists, and continues an item with an indentation', () => {
  expect(shown('- one\n- two is long enough to need another row\n  and another line\n\n1. first')).toEqual([
    '• one',
    '• two is long enough to need another row',
    '  and another line',
    '1. first',
  ]);
});

test('markdown() leaves out what runs, and what the prompt shows itself', () => {
  const prose = 'Text.\n\n```yaml step\nask: Who?\n```\n\n- [ ] tick\n- **No** → [Tell](#tell)';
  expect(shown(prose, { ticks: true, jumps: true })).toEqual(['Text.']);
  expect(shown('```sql\nselect 1\n```')).toEqual(['  select 1']);
});

test.each(['a*b_c`d', '<b>&amp;', '[x](y) | \\', '**not bold**'])(
  'markdown() shows the value %j letter by letter',
  (value) => {
    expect(shown(markdownText(value)).join('')).toBe(value);
    expect(shown(markdownCode(value)).join('')).toBe(value);
  },
);

test('markdown() shows where a link out of the runbook goes', () => {
  expect(shown('[docs](https://example.com)')).toEqual(['docs (https://example.com)']);
});
