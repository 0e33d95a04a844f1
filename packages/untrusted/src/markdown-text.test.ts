import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownText } from './markdown-text.ts';

test.each([
  ['plain words, 12:30:45 (really).', 'plain words, 12:30:45 (really).'],
  ['build-bot', 'build-bot'],
  ['*bold* _it_ ~no~', '\\*bold\\* \\_it\\_ \\~no\\~'],
  ['[x](y)', '\\[x\\](y)'],
  ['![x](y)', '\\!\\[x\\](y)'],
  ['<img src=x>', '&lt;img src=x\\>'],
  ['&lt;', '&amp;lt;'],
  ['a | b', 'a \\| b'],
  ['a \\| b', 'a \\\\\\| b'],
  ['`code`', '\\`code\\`'],
  ['$x^2$', '\\$x\\^2\\$'],
  ['[^1]', '\\[\\^1\\]'],
  ['two\nlines', 'two␊lines'],
  ['a\u202eb', 'a&lt;U+202E\\>b'],
])('markdownText(%o) escapes what has a meaning', (value, text) => {
  expect(markdownText(value)).toBe(text);
});

test.each([
  ['# title', '\\# title'],
  ['- item', '\\- item'],
  ['+ item', '\\+ item'],
  ['---', '\\---'],
  ['===', '\\==='],
  ['1. item', '1\\. item'],
  ['1) item', '1\\) item'],
  ['> quote', '\\> quote'],
  ['    code', '&#32;   code'],
  ['break  ', 'break &#32;'],
  [' ', '&#32;'],
  ['', ''],
])('markdownText(%o) means nothing at the start of a line', (value, text) => {
  expect(markdownText(value)).toBe(text);
});

test.each([
  ['see https://example.com/x', 'see `https://example.com/x`'],
  ['www.example.com', '`www.example.com`'],
  ['mail bob@example.com now', 'mail `bob@example.com` now'],
  ['cc @security', 'cc `@security`'],
  ['fixes #12', 'fixes `#12`'],
  ['is :white_check_mark: done', 'is `:white_check_mark:` done'],
  ['in 130fb5edd3c9', 'in `130fb5edd3c9`'],
  ['[x](https://example.com)', '`[x](https://example.com)`'],
  ['a|@b', '`a`\\|`@b`'],
])('markdownText(%o) comes alive nowhere', (value, text) => {
  expect(markdownText(value)).toBe(text);
});

test('markdownText() leaves no sign of Markdown or HTML without its escape', () => {
  const unit = fc.constantFrom(...'\\`*_{}[]<>()#+-.!|~&:@$^="\' \n', 'a', '1', 'https://', 'www.', '\u202e');
  fc.assert(
    fc.property(fc.string({ unit }), (value) => {
      const rest = markdownText(value).replace(
        /\\[!-/:-@[-`{-~]|&(?:lt|amp|#32);|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g,
        '',
      );
      expect(rest).not.toMatch(/[\\`*_{}[\]<>#!|~&$^\n@]|:\/\/|www\./);
      expect(markdownText(value)).not.toMatch(/^(?:[-=:+ ]|\d+[.)])/);
    }),
    { numRuns: 1_000 },
  );
});
