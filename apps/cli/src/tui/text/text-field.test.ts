import { expect, test } from 'vitest';
import { textOf } from './line.ts';
import { type Edit, EMPTY_FIELD, edited, fieldLines, fieldText } from './text-field.ts';

function after(...edits: readonly (Edit | string)[]) {
  return edits.reduce(
    (field: typeof EMPTY_FIELD, edit) =>
      edited(field, typeof edit === 'string' ? { kind: 'insert', text: edit } : edit),
    EMPTY_FIELD,
  );
}

test('edited() deletes what a reader takes for one character', () => {
  expect(fieldText(after('e', '\u0301', '👩‍🚒', { kind: 'backspace' }))).toBe('e\u0301');
  expect(fieldText(after('e', '\u0301', { kind: 'backspace' }))).toBe('');
});

test('edited() inserts at the cursor and deletes a word', () => {
  expect(fieldText(after('ac', { kind: 'left' }, 'b'))).toBe('abc');
  expect(fieldText(after('one two ', { kind: 'word' }))).toBe('one ');
});

test('edited() takes line feeds for spaces and drops control characters', () => {
  expect(fieldText(after('a\r\nb\u001B[2Jc'))).toBe('a b[2Jc');
});

test('fieldLines() wraps, and says where the cursor is', () => {
  const { lines, cursor } = fieldLines(after('abcdefghij', { kind: 'left' }), 8);
  expect(lines.map(textOf)).toEqual(['› abcdef', '  ghij ']);
  expect(cursor).toEqual({ x: 5, y: 1 });
});

test('fieldLines() shows a hidden character', () => {
  expect(fieldLines(after('\u202Ex'), 40).lines.map(textOf)[0]).toContain('<U+202E>x');
});
