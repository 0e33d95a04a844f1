import { expect, test } from 'vitest';
import { JsonDocuments } from './json-documents.ts';

function split(text: string, size = text.length || 1, maxLength?: number) {
  const found: [unknown, number][] = [];
  const documents = new JsonDocuments('f', ({ value, line }) => found.push([value, line]), maxLength);
  for (let at = 0; at < text.length; at += size) documents.push(text.slice(at, at + size));
  documents.end();
  return found;
}

test.each([
  [
    '{"a":1}\n{"b":2}',
    [
      [{ a: 1 }, 1],
      [{ b: 2 }, 2],
    ],
  ],
  [
    '\n\n {"a":1}\n\n[2]\n',
    [
      [{ a: 1 }, 3],
      [[2], 5],
    ],
  ],
  [
    '{\n"a":\n1\n}\n{"b":2}\n',
    [
      [{ a: 1 }, 1],
      [{ b: 2 }, 5],
    ],
  ],
  [
    '{"a":1}{"b":2} [3]\n{"c":4}',
    [
      [{ a: 1 }, 1],
      [{ b: 2 }, 1],
      [[3], 1],
      [{ c: 4 }, 2],
    ],
  ],
  [
    '{"a":1} {\n"b":2}\n{"c":4}',
    [
      [{ a: 1 }, 1],
      [{ b: 2 }, 1],
      [{ c: 4 }, 3],
    ],
  ],
  [
    'null\n7\n"x"\ntrue',
    [
      [null, 1],
      [7, 2],
      ['x', 3],
      [true, 4],
    ],
  ],
  [
    '{"a":"}{\\"\\\\"}{"b":"]["}',
    [
      [{ a: '}{"\\' }, 1],
      [{ b: '][' }, 1],
    ],
  ],
  [
    '\uFEFF{"a":1}\n{"b":2}',
    [
      [{ a: 1 }, 1],
      [{ b: 2 }, 2],
    ],
  ],
  ['\uFEFF{\n"a":1}', [[{ a: 1 }, 1]]],
  ['', []],
  [' \n\t\r\n', []],
])('JsonDocuments splits %j, however it is cut', (text, expected) => {
  for (const size of [1, 2, 3, 5, 100]) expect(split(text, size)).toEqual(expected);
});

test('JsonDocuments refuses a document that is too large, and takes any number that are not', () => {
  expect(split('{"a":1}\n'.repeat(100), 3, 10)).toHaveLength(100);
  expect(() => split(`{"a":1}\n{"a":"${'x'.repeat(20)}"}`, 3, 20)).toThrow(
    expect.objectContaining({ name: 'FindingTooLarge', where: 'f:2' }),
  );
});

test.each([
  ['one line', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
  ['several lines', `${'[\n'.repeat(2000)}${']'.repeat(2000)}`],
])('JsonDocuments refuses deep nesting in %s before it is parsed', (_, text) => {
  expect(() => split(text)).toThrow('nested more than 1000 levels deep');
});
