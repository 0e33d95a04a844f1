import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeText } from './safe-text.ts';

const ESC = '\x1b';

test.each([
  ['a plain line', 'ListBuckets by build-bot', 'ListBuckets by build-bot'],
  ['letters of any script', 'Zoë 東京 שלום 🔑', 'Zoë 東京 שלום 🔑'],
  ['a colour', `${ESC}[32m✔ verified${ESC}[0m`, '␛[32m✔ verified␛[0m'],
  ['concealed text', `${ESC}[8mhidden`, '␛[8mhidden'],
  ['a hyperlink (OSC 8)', `${ESC}]8;;https://example.com${ESC}\\x`, '␛]8;;https://example.com␛\\x'],
  ['a hyperlink that ends with BEL', `${ESC}]8;;https://example.com\x07x`, '␛]8;;https://example.com␇x'],
  ['a clipboard write (OSC 52)', `${ESC}]52;c;cm0gLXJm\x07`, '␛]52;c;cm0gLXJm␇'],
  ['a window title (OSC 0) in C1', '\x9d0;owned\x9c', '\\x9d0;owned\\x9c'],
  ['a C1 control sequence', '\x9b2J', '\\x9b2J'],
  ['a device control string', `${ESC}P1$r0m${ESC}\\`, '␛P1$r0m␛\\'],
  ['an unfinished sequence', `a${ESC}]0;b`, 'a␛]0;b'],
  ['NUL, backspace and DEL', 'a\0\b\x7f', 'a␀␈␡'],
  ['line ends', 'a\r\nb\tc\u0085d\u2028e\u2029', 'a␍␊b␉c\\x85d<U+2028>e<U+2029>'],
  ['reordering', 'user\u202eexe.\u2066x\u2069', 'user<U+202E>exe.<U+2066>x<U+2069>'],
  ['zero width', 'ad\u200bm\u200ci\u200dn\ufeff', 'ad<U+200B>m<U+200C>i<U+200D>n<U+FEFF>'],
  ['a soft hyphen', 'ad\u00admin', 'ad<U+00AD>min'],
  ['tag characters', 'ok\u{e0041}\u{e007f}', 'ok<U+E0041><U+E007F>'],
  ['variation selectors', '⚠\ufe0f\u{e0100}\u180b', '⚠<U+FE0F><U+E0100><U+180B>'],
  ['Hangul fillers', '\u115f\u1160\u3164\uffa0', '<U+115F><U+1160><U+3164><U+FFA0>'],
  ['blanks that are no space', 'a\u00a0\u2003\u3000\u2800b', 'a<U+00A0><U+2003><U+3000><U+2800>b'],
  ['private and unassigned characters', '\ue000\u{10fffe}', '<U+E000><U+10FFFE>'],
  ['lone surrogates', 'a\ud83d\udc00b\udc00', 'a🐀b<U+DC00>'],
  ['a surrogate at the end', 'a\ud83d', 'a<U+D83D>'],
])('safeText() shows %s', (_what, value, shown) => {
  expect(safeText(value)).toBe(shown);
});

test('safeText() leaves four combining marks on a letter and names the rest', () => {
  expect(safeText(`a${'\u0301'.repeat(4)}b`)).toBe(`a${'\u0301'.repeat(4)}b`);
  expect(safeText(`a${'\u0301'.repeat(6)}b`)).toBe(`a${'\u0301'.repeat(4)}<U+0301><U+0301>b`);
});

test('safeText() names a combining mark that has no letter of its own', () => {
  expect(safeText('\u0338ok')).toBe('<U+0338>ok');
  expect(safeText('a\n\u0338', 'lines')).toBe('a\n<U+0338>');
});

test('safeText() lets line feeds and tabs stand in text of several lines, and nothing else', () => {
  expect(safeText('a\n\tb\r\v', 'lines')).toBe('a\n\tb␍␋');
});

test.each([
  [null, 'null'],
  [undefined, 'undefined'],
  [true, 'true'],
  [12n, '12'],
  [Symbol('x'), 'Symbol(x)'],
  [['a,b', { c: '\x1b' }], '["a,b",{"c":"\\u001b"}]'],
  [new Date(0), '"1970-01-01T00:00:00.000Z"'],
  [new TypeError('no'), 'TypeError: no'],
  [Object.create(null), '{}'],
  [{ toJSON: () => undefined }, '[object Object]'],
])('safeText(%o) is %s', (value, shown) => {
  expect(safeText(value)).toBe(shown);
});

test('safeText() does not throw for a cycle or an object that does', () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  expect(safeText(cycle)).toBe('[object Object]');
  const toJSON = () => {
    throw new RangeError('no');
  };
  expect(safeText({ toJSON })).toBe('[object Object]');
});

test('safeText() says how much it leaves out, and cuts between characters', () => {
  expect(safeText('a'.repeat(10_000))).toBe('a'.repeat(10_000));
  expect(safeText('a'.repeat(10_001))).toBe(`${'a'.repeat(9_960)}… (41 more characters)`);
  const emoji = safeText(`a${'🔑'.repeat(5_001)}`);
  expect(emoji.isWellFormed()).toBe(true);
  expect(emoji.endsWith('🔑… (44 more characters)')).toBe(true);
  expect(safeText('\u202e'.repeat(10_000)).length).toBeLessThanOrEqual(10_000);
});

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
);

test('safeText() never lets through what a terminal obeys or hides', () => {
  fc.assert(
    fc.property(anything, (value) => {
      const shown = safeText(value);
      expect(shown).not.toMatch(
        /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u,
      );
      expect(shown.isWellFormed()).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('safeText() leaves safe text as it is', () => {
  const long = fc.tuple(anything, fc.nat(20_000)).map(([text, times]) => text.repeat(times).slice(0, 30_000));
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: anything }, long), (value) => {
      expect(safeText(safeText(value))).toBe(safeText(value));
      expect(safeText(safeText(value, 'lines'), 'lines')).toBe(safeText(value, 'lines'));
    }),
    { numRuns: 500 },
  );
});
