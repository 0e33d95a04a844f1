import { expect, test } from 'vitest';
import { jsonDiff } from './json-diff.ts';

test('jsonDiff() marks what changes and takes another order of keys for no change', () => {
  const lines = jsonDiff({ a: 1, status: 'Active' }, { status: 'Inactive', a: 1 });
  expect(lines.map(({ sign, text }) => sign + text)).toEqual([
    ' {',
    '   "a": 1,',
    '-  "status": "Active"',
    '+  "status": "Inactive"',
    ' }',
  ]);
});

test('jsonDiff() of a thing that comes into being is the thing', () => {
  expect(jsonDiff(null, ['x']).map(({ sign }) => sign)).toEqual(['-', '+', '+', '+']);
});

test('jsonDiff() shows an added and a removed key', () => {
  const lines = jsonDiff({ old: true, same: 1 }, { same: 1, fresh: { deep: [] } });
  expect(lines.filter(({ sign }) => sign === '-').map(({ text }) => text.trim())).toContain('"old": true,');
  expect(lines.filter(({ sign }) => sign === '+').map(({ text }) => text.trim())).toContain('"deep": []');
});
