import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownCode } from './markdown-code.ts';
import { safeText } from './safe-text.ts';

test.each([
  ['AKIA', '`AKIA`'],
  ['<b> & *x* [y](z)', '`<b> & *x* [y](z)`'],
  ['a`b', '``a`b``'],
  ['`', '`` ` ``'],
  ['``a```b', '```` ``a```b ````'],
  [' a ', '`  a  `'],
  ['  ', '`  `'],
  ['', '` `'],
  ['a|b', '`a`\\|`b`'],
  ['|', '\\|'],
  ['a\\|b', '`a\\`\\|`b`'],
  ['two\nlines', '`two␊lines`'],
  ['a\u202eb', '`a<U+202E>b`'],
])('markdownCode(%o) is %s', (value, code) => {
  expect(markdownCode(value)).toBe(code);
});

/** Reads code spans and escaped pipes back, as Markdown does outside a table and, for pipes, inside one. */
function readBack(markdown: string): string {
  return markdown.replace(
    /\\\||(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/gs,
    (_all, fence: string | undefined, text) => {
      if (fence === undefined) return '|';
      return /^ .*[^ ].* $/s.test(text) ? text.slice(1, -1) : text;
    },
  );
}

test('markdownCode() shows every text letter by letter', () => {
  const unit = fc.constantFrom('`', '|', '\\', ' ', 'a', '*', '<', '\n');
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1 }), (value) => {
      expect(readBack(markdownCode(value))).toBe(safeText(value));
    }),
    { numRuns: 2_000 },
  );
});
