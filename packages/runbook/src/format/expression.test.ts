import { expect, test } from 'vitest';
import { evaluate, expressionError, rootNames, templateExpression } from './expression.ts';

test.each([
  ['user', ['user']],
  ['result.root.userName || finding.user', ['result', 'finding']],
  ["root_kind == 'long-term-key' && key != `null`", ['root_kind', 'key']],
  ["roles[?account == '1'].{a: b} | [0].name", ['roles']],
  ['length(roles) > `0`', ['roles']],
  ['sort_by(rows, &calls.n)[0]', ['rows']],
])('rootNames() of %s', (text, names) => {
  expect(rootNames(text)).toEqual(names);
});

test.each(['a ==', 'a..b', '', 'nosuch(a)'])('expressionError() explains "%s"', (text) => {
  expect(expressionError(text)).toBeTypeOf('string');
});

test.each(['a', 'length(a)', "a[?b == 'c'] | [0]"])('expressionError() accepts %s', (text) => {
  expect(expressionError(text)).toBeUndefined();
});

test('templateExpression() takes whole values only', () => {
  expect(templateExpression('{{ user }}')).toBe('user');
  expect(templateExpression('x {{ user }}')).toBeUndefined();
});

test('evaluate() gives null for what is not there', () => {
  expect(evaluate('a.b', {})).toBeNull();
});
