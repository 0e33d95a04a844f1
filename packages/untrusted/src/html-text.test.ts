import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlText } from './html-text.ts';

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['" onmouseover="x', '&quot; onmouseover=&quot;x'],
  ["' onmouseover='x", '&#39; onmouseover=&#39;x'],
  ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ['</title><!-- -->', '&lt;/title&gt;&lt;!-- --&gt;'],
  ['two\nlines', 'two\nlines'],
  ['a\u202eb', 'a&lt;U+202E&gt;b'],
  [null, 'null'],
])('htmlText(%o) is inert', (value, text) => {
  expect(htmlText(value)).toBe(text);
});

test('htmlText() cannot open a tag, end an attribute or start a reference of its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      expect(htmlText(value)).toMatch(/^(?:[^<>"'&]|&(?:amp|lt|gt|quot|#39);)*$/);
    }),
  );
});
