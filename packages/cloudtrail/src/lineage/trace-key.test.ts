import { expect, test } from 'vitest';
import { indexOf } from '../testing/index-of.ts';
import { assumeRole, call, deliver, roleIdentity, USER_KEY, userIdentity } from '../testing/records.ts';
import { traceKey } from './trace-key.ts';

const FIRST = 'ASIARTXV5AHDREXAMPLE';
const SECOND = 'ASIARTXV5AHDSEXAMPLE';

const chainOfTwo = [
  assumeRole(userIdentity(USER_KEY), { key: FIRST, role: 'Deployer', time: '2026-09-14T08:00:00Z' }),
  assumeRole(roleIdentity(FIRST, 'Deployer'), { key: SECOND, role: 'Payroll', time: '2026-09-14T08:10:00Z' }),
  call(roleIdentity(SECOND, 'Payroll'), 'GetObject', '2026-09-14T08:11:00Z'),
];

test('traceKey() walks a role chain back to the long-term key, oldest first', async () => {
  const lineage = await traceKey(SECOND, indexOf(...chainOfTwo));
  expect(lineage.chain.map((hop) => [hop.accessKeyId, hop.issuedBy, hop.roleName])).toEqual([
    [USER_KEY, null, null],
    [FIRST, USER_KEY, 'Deployer'],
    [SECOND, FIRST, 'Payroll'],
  ]);
  expect(lineage.root).toEqual({
    kind: 'long-term-key',
    name: 'build-bot',
    userName: 'build-bot',
    account: '111111111111',
    accessKeyId: USER_KEY,
    provider: null,
    userId: null,
    sourceIdentity: null,
  });
  expect(lineage.gaps).toEqual([]);
});

test('traceKey() does not mind order and duplicates', async () => {
  const straight = await traceKey(SECOND, indexOf(...chainOfTwo));
  expect(await traceKey(SECOND, indexOf(...[...chainOfTwo, ...chainOfTwo].reverse()))).toEqual(straight);
});

test('traceKey() walks forward to every session of the root', async () => {
  const token = {
    ...call(userIdentity(USER_KEY), 'GetSessionToken', '2026-09-14T08:05:00Z'),
    eventSource: 'sts.amazonaws.com',
    responseElements: { credentials: { accessKeyId: 'ASIARTXV5AHDTEXAMPLE' } },
  };
  const lineage = await traceKey(USER_KEY, indexOf(token, ...chainOfTwo));
  expect(lineage.forward.map((hop) => hop.accessKeyId)).toEqual([FIRST, 'ASIARTXV5AHDTEXAMPLE', SECOND]);
});

test('traceKey() ends at the instance that EC2 gave the key to', async () => {
  const record = deliver('i-0123456789abcdef0', {
    key: FIRST,
    role: 'WebServer',
    time: '2026-09-14T08:00:00Z',
  });
  const lineage = await traceKey(FIRST, indexOf(record));
  expect(lineage.root).toMatchObject({ kind: 'ec2-instance', name: 'i-0123456789abcdef0' });
  expect(lineage.chain[0]).toMatchObject({ roleName: 'WebServer', issuedBy: 'ec2.amazonaws.com' });
});

test('traceKey() prefers the copy of a cross-account call that names the signing key', async () => {
  const own = assumeRole(userIdentity(USER_KEY), {
    key: FIRST,
    role: 'Deployer',
    time: '2026-09-14T08:00:00Z',
  });
  const other = {
    ...own,
    userIdentity: { type: 'AWSAccount', principalId: 'AIDAQBS6T6WOHEXAMPLE2', accountId: '111111111111' },
  };
  const lineage = await traceKey(FIRST, indexOf(other, own));
  expect(lineage.root.accessKeyId).toBe(USER_KEY);
  expect(await traceKey(FIRST, indexOf(own, other))).toEqual(lineage);
});

test('traceKey() names the gap and the lookup that would close it', async () => {
  const seen = await traceKey(
    SECOND,
    indexOf(call(roleIdentity(SECOND, 'Payroll'), 'GetObject', '2026-09-14T08:11:00Z')),
  );
  expect(seen.root.kind).toBe('unknown');
  expect(seen.chain[0]).toMatchObject({ roleName: 'Payroll', issuedBy: null });
  expect(seen.gaps[0]?.what).toContain('No record hands out');
  expect(seen.gaps[0]?.lookup).toContain(`AttributeKey=ResourceName,AttributeValue=${SECOND}`);

  const unseen = await traceKey('ABCDEFGHI', indexOf());
  expect(unseen.gaps[0]?.what).toBe('No record mentions ABCDEFGHI');
  const covered = await traceKey('ABCDEFGHI', indexOf(...chainOfTwo));
  expect(covered.gaps[0]?.what).toBe(
    'No record between 2026-09-14T08:00:00Z and 2026-09-14T08:11:00Z mentions ABCDEFGHI',
  );

  const elsewhere = assumeRole(
    { type: 'AWSAccount', accountId: '222222222222' },
    { key: FIRST, role: 'Deployer', time: '2026-09-14T08:00:00Z' },
  );
  expect((await traceKey(FIRST, indexOf(elsewhere))).gaps[0]?.what).toContain(
    'the caller is in another account',
  );
});

test('traceKey() survives records in which a key descends from itself', async () => {
  const loop = [
    assumeRole(roleIdentity(SECOND, 'A'), { key: FIRST, role: 'B', time: '2026-09-14T08:00:00Z' }),
    assumeRole(roleIdentity(FIRST, 'B'), { key: SECOND, role: 'A', time: '2026-09-14T08:00:00Z' }),
  ];
  const lineage = await traceKey(FIRST, indexOf(...loop));
  expect(lineage.gaps[0]?.what).toContain('descends from itself');
});
