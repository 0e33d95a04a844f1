import { expect, test } from 'vitest';
import { conditionOperator } from './condition-operator.ts';

test.each([
  ['StringEquals', { values: 'one', negated: false, ifExists: false }],
  ['ForAllValues:StringNotLikeIfExists', { values: 'all', negated: true, ifExists: true }],
  ['ForAnyValue:ArnLike', { values: 'any', negated: false, ifExists: false }],
  ['NotIpAddressIfExists', { values: 'one', negated: true, ifExists: true }],
])('conditionOperator() takes %s apart', (name, expected) => {
  expect(conditionOperator(name)).toMatchObject(expected);
});

test.each([
  '',
  'stringequals',
  'NullIfExists',
  'BinaryNotEquals',
  'ForSomeValues:Bool',
  'constructor',
  'IfExists',
])('conditionOperator() does not know "%s"', (name) => {
  expect(conditionOperator(name)).toBeUndefined();
});
