// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of policies look the same
import { expect, test } from 'vitest';
import { fillPolicyText, patternOf, plainTextOf, readPolicyText } from './policy-text.ts';

const context = new Map([
  ['aws:username', ['eve']],
  ['aws:principaltag/team', ['*']],
  ['aws:tagkeys', ['a', 'b']],
]);

const fill = (text: string) => {
  const read = readPolicyText(text, true);
  return read === undefined ? 'malformed' : fillPolicyText(read, context);
};

test.each([
  ['home/${aws:username}/x', 'home/eve/x'],
  ['${AWS:UserName}', 'eve'],
  ["${aws:PrincipalTag/project, 'no project'}", 'no project'],
  ["${aws:username, 'nobody'}", 'eve'],
  ['${*}${?}${$}', '*?$'],
  ['$ {} } ${aws:username}', '$ {} } eve'],
])('fillPolicyText() turns %s into %s', (text, expected) => {
  const filled = fill(text);
  expect(Array.isArray(filled) && plainTextOf(filled)).toBe(expected);
});

test.each(['${aws:PrincipalTag/project}', "${aws:TagKeys, 'x'}"])(
  'fillPolicyText() has no value for %s',
  (text) => {
    expect(fill(text)).toBeUndefined();
  },
);

test.each(['${aws:username', '${}', '${aws:username, nobody}', "${aws:username, 'x}", '${a b}'])(
  'readPolicyText() refuses %s',
  (text) => {
    expect(fill(text)).toBe('malformed');
  },
);

test('patternOf() takes wildcards from the policy, not from the request', () => {
  const filled = fill('*${aws:PrincipalTag/team}${*}');
  expect(Array.isArray(filled) && patternOf(filled).map((token) => typeof token)).toEqual([
    'symbol',
    'string',
    'string',
  ]);
});

test('readPolicyText() reads no variables in documents of the old version', () => {
  expect(readPolicyText('${aws:username}', false)).toEqual([{ text: '${aws:username}', literal: false }]);
});
