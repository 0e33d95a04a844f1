import { expect, test } from 'vitest';
import { indexOf } from '../testing/index-of.ts';
import { assumeRole, roleIdentity, USER_KEY, userIdentity } from '../testing/records.ts';
import { seenKey } from './lineage-key.ts';
import { lineageRoles } from './lineage-roles.ts';
import { traceKey } from './trace-key.ts';

const FIRST = 'ASIARTXV5AHDREXAMPLE';
const SECOND = 'ASIARTXV5AHDSEXAMPLE';
const THIRD = 'ASIARTXV5AHDTEXAMPLE';

test.each(['arn', 'sessionContext'])(
  'the role of a caller without a key is listed, known by %s',
  async (field) => {
    const { type, accountId, ...known } = roleIdentity(FIRST, 'Deployer', '222222222222');
    const caller = { type, accountId, [field]: known[field] };
    const record = assumeRole(caller, { key: SECOND, role: 'Payroll', time: '2026-09-14T08:10:00Z' });
    const { roles, root } = await traceKey(SECOND, indexOf(record));
    expect(roles).toEqual([
      { role: 'Deployer', account: '222222222222' },
      { role: 'Payroll', account: '111111111111' },
    ]);
    expect(root).toMatchObject({ kind: 'unknown', name: expect.stringContaining('/Deployer') });
  },
);

test('roles come in the order in which they were assumed, each once', async () => {
  const records = [
    assumeRole(userIdentity(USER_KEY), { key: FIRST, role: 'Deployer', time: '2026-09-14T08:00:00Z' }),
    assumeRole(userIdentity(USER_KEY), { key: THIRD, role: 'Deployer', time: '2026-09-14T08:20:00Z' }),
    assumeRole(roleIdentity(FIRST, 'Deployer'), {
      key: SECOND,
      role: 'Deployer',
      time: '2026-09-14T08:10:00Z',
      account: '222222222222',
    }),
    assumeRole(roleIdentity(THIRD, 'Deployer'), {
      key: 'ASIARTXV5AHDUEXAMPLE',
      role: 'Audit',
      time: '2026-09-14T08:05:00Z',
    }),
  ];
  expect((await traceKey(THIRD, indexOf(...records))).roles).toEqual([
    { role: 'Deployer', account: '111111111111' },
    { role: 'Audit', account: '111111111111' },
    { role: 'Deployer', account: '222222222222' },
  ]);
});

test('a role of an unknown account is not listed beside the same role with its account', () => {
  const vague = { ...seenKey('x', undefined), roleName: 'Deployer' };
  const other = { ...vague, roleName: 'Audit' };
  const clear = { ...vague, account: '111111111111' };
  expect(lineageRoles({ chain: [vague, other], forward: [clear] })).toEqual([
    { role: 'Deployer', account: '111111111111' },
    { role: 'Audit', account: null },
  ]);
});
