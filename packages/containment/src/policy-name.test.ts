import { expect, test } from 'vitest';
import { policyNameOf } from './policy-name.ts';

test('a name tells purpose and subject apart however long the incident is', () => {
  const incident = '20260914T093000Z-'.padEnd(200, 'x');
  const names = [
    policyNameOf(incident, 'deny'),
    policyNameOf(incident, 'deny-session', 'one'),
    policyNameOf(incident, 'deny-session', 'two'),
  ];
  expect(new Set(names).size).toBe(3);
  for (const name of names) expect(name).toMatch(/^(?=.{1,128}$)firebreak-20260914T093000Z-[\w+=,.@-]+$/);
  expect(policyNameOf('i', 'deny')).toBe('firebreak-i-deny');
});
