import { expect, test } from 'vitest';
import { indexOf } from '../testing/index-of.ts';
import { assumeRole, call, deliver, roleIdentity, USER_KEY, userIdentity } from '../testing/records.ts';
import { traceKey } from './trace-key.ts';

const INSTANCE = 'i-0123456789abcdef0';
const FIRST = 'ASIARTXV5AHDREXAMPLE';
const SECOND = 'ASIARTXV5AHDSEXAMPLE';
const THIRD = 'ASIARTXV5AHDTEXAMPLE';
const FOURTH = 'ASIARTXV5AHDUEXAMPLE';

const delivered = [
  deliver(INSTANCE, { key: FIRST, role: 'WebServer', time: '2026-09-14T08:00:00Z' }),
  deliver(INSTANCE, { key: SECOND, role: 'Batch', time: '2026-09-14T14:00:00Z' }),
  deliver('i-0123456789abcdef1', { key: FOURTH, role: 'WebServer', time: '2026-09-14T14:00:00Z' }),
];

function named(key: string): Record<string, unknown> {
  const arn = `arn:aws:sts::111111111111:assumed-role/WebServer/${INSTANCE}`;
  return call({ ...roleIdentity(key, 'WebServer'), arn }, 'ListBuckets', '2026-09-14T09:00:00Z');
}

test('the other keys that EC2 gave the instance are followed too', async () => {
  const hop = assumeRole(roleIdentity(SECOND, 'Batch'), {
    key: THIRD,
    role: 'Payroll',
    time: '2026-09-14T14:10:00Z',
  });
  const lineage = await traceKey(FIRST, indexOf(...delivered, hop, named(SECOND)));
  expect(lineage.root).toMatchObject({ kind: 'ec2-instance', name: INSTANCE, account: '111111111111' });
  expect(lineage.forward.map(({ accessKeyId }) => accessKeyId)).toEqual([SECOND, THIRD]);
  expect(lineage.roles.map(({ role }) => role)).toEqual(['WebServer', 'Batch', 'Payroll']);
  expect(lineage.gaps).toEqual([]);
  expect(await traceKey(FIRST, indexOf(named(SECOND), hop, ...delivered.toReversed(), hop))).toEqual(lineage);
});

test('a session that only bears the name of the instance is a gap', async () => {
  const { forward, gaps } = await traceKey(FIRST, indexOf(...delivered, named(THIRD)));
  expect(forward.map(({ accessKeyId }) => accessKeyId)).toEqual([SECOND]);
  expect(gaps).toHaveLength(1);
  expect(gaps[0]?.what).toBe(
    `Sessions with ${THIRD} are named ${INSTANCE} too, but no record says that EC2 gave the instance that key`,
  );
});

test('a session that somebody named like the instance is not its own', async () => {
  const posing = assumeRole(userIdentity(USER_KEY), {
    key: THIRD,
    role: 'WebServer',
    time: '2026-09-14T08:30:00Z',
  });
  const { forward, gaps } = await traceKey(FIRST, indexOf(...delivered, posing, named(THIRD)));
  expect(forward.map(({ accessKeyId }) => accessKeyId)).toEqual([SECOND]);
  expect(gaps).toEqual([]);
});
