import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell } from './csv-cell.ts';

test.each([
  ['=1+1', `"'=1+1"`],
  ["=cmd|' /C calc'!A0", `"'=cmd|' /C calc'!A0"`],
  ['=HYPERLINK("https://example.com","x")', `"'=HYPERLINK(""https://example.com"",""x"")"`],
  ['+1', `"'+1"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['  =1', `"'  =1"`],
  ['＝1', `"'＝1"`],
  ['﹢1', `"'﹢1"`],
])('csvCell(%o) is no formula', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

test.each([
  [-5, '-5'],
  [12n, '12'],
  [false, 'false'],
  [null, ''],
  [undefined, ''],
  ['', '""'],
  ['arn:aws:iam::111111111111:user/build-bot', 'arn:aws:iam::111111111111:user/build-bot'],
  ['2026-03-02T14:03:22Z', '2026-03-02T14:03:22Z'],
  ['a,b', '"a,b"'],
  ['a;=1', '"a;=1"'],
  ['say "no"', '"say ""no"""'],
  ['# no comment', '"# no comment"'],
  ['a\r\n=1', '"a␍␊=1"'],
  ['\t=1', '"␉=1"'],
  ['a\u202eb', '"a<U+202E>b"'],
  [{ a: [1] }, '"{""a"":[1]}"'],
])('csvCell(%o) is %s', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

test('csvCell() makes one cell of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const cell = csvCell(value);
      expect(cell).toMatch(/^(?:[A-Za-z0-9 _.:/@+=-]*|"(?:[^"\r\n]|"")*")$/);
      expect(cell).not.toMatch(/^"?[\s]*[=+\-@]/);
    }),
  );
});
