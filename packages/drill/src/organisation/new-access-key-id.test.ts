import { readAccessKey } from '@firebreak/iam';
import { expect, test } from 'vitest';
import { newAccessKeyId } from './new-access-key-id.ts';

test('new ids decode to their account, differ, and the first sixteen end in EXAMPLE', () => {
  const ids = new Set<string>();
  for (let count = 0; count < 40; count += 1)
    ids.add(newAccessKeyId('ASIA', '000000000007', (id) => ids.has(id)));
  expect(ids.size).toBe(40);
  for (const id of ids)
    expect(readAccessKey(id)).toMatchObject({ accountId: '000000000007', kind: 'temporary' });
  expect([...ids].filter((id) => id.endsWith('EXAMPLE'))).toHaveLength(16);
});
