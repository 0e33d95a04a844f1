import { expect, test } from 'vitest';
import { readEvent } from '../read/read-event.ts';
import { assumeRole, call, roleIdentity, USER_KEY, userIdentity } from '../testing/records.ts';
import type { TimelineCall, TimelineOptions } from './timeline.ts';
import { timelineOf } from './timeline-of.ts';

type Json = Record<string, unknown>;

const alice = userIdentity(USER_KEY, 'alice');
const at = (clock: string, day = '14') => `2026-09-${day}T${clock}Z`;
const timeline = (records: readonly Json[], options: TimelineOptions = { keys: [USER_KEY] }) =>
  timelineOf(
    records.map(readEvent).filter((event) => event !== undefined),
    options,
  );

/** Each entry in a few words. */
function told(entries: Awaited<ReturnType<typeof timeline>>['entries']): string[] {
  return entries.map((entry) =>
    entry.kind === 'quiet'
      ? `quiet ${entry.milliseconds / 60_000}`
      : [
          entry.count,
          entry.eventName,
          entry.time.slice(11, 19),
          entry.lastTime.slice(11, 19),
          ...entry.firstSeen,
        ].join(' '),
  );
}

test('only what the subjects did is told, oldest first', async () => {
  const other = userIdentity('AKIARTXV5AHDREXAMPLE', 'bob');
  const { entries, counts, from, to } = await timeline([
    call(alice, 'PutObject', at('08:05:00')),
    call(other, 'ListBuckets', at('08:01:00')),
    call(alice, 'ListBuckets', at('08:00:00')),
  ]);
  expect(told(entries)).toEqual(['1 ListBuckets 08:00:00 08:00:00', '1 PutObject 08:05:00 08:05:00']);
  expect(counts).toMatchObject({ events: 2, failed: 0, copies: 0, before: 0 });
  expect([from, to]).toEqual([at('08:00:00'), at('08:05:00')]);
});

test('keys, principals and addresses are added up', async () => {
  const records = [
    call(alice, 'A', at('08:00:00')),
    call(roleIdentity('ASIARTXV5AHDREXAMPLE', 'Deployer'), 'B', at('08:01:00')),
    {
      ...call(userIdentity('AKIARTXV5AHDSEXAMPLE', 'bob'), 'C', at('08:02:00')),
      sourceIPAddress: '192.0.2.9',
    },
    {
      ...call(userIdentity('AKIARTXV5AHDTEXAMPLE', 'eve'), 'D', at('08:03:00')),
      sourceIPAddress: '192.0.3.9',
    },
  ];
  const { counts } = await timeline(records, {
    keys: [USER_KEY],
    principals: ['Deployer'],
    addresses: ['192.0.2.0/24'],
  });
  expect(counts.events).toBe(3);
  expect(counts.principals.map(({ value }) => value)).toEqual([
    'role Deployer, session deployer',
    'user alice',
    'user bob',
  ]);
});

test('equal calls that follow each other are one entry, also with others between them', async () => {
  const loop = ['08:00:00', '08:01:00', '08:02:00'].flatMap((clock) => [
    { ...call(alice, 'GetObject', at(clock)), requestParameters: { bucketName: 'logs', key: clock } },
    call(alice, 'HeadObject', at(clock)),
  ]);
  const later = call(alice, 'GetObject', at('08:07:01'));
  const denied = { ...call(alice, 'GetObject', at('08:02:30')), errorCode: 'AccessDenied' };
  const { entries } = await timeline([...loop, later, denied]);
  expect(told(entries)).toEqual([
    '3 GetObject 08:00:00 08:02:00',
    '3 HeadObject 08:00:00 08:02:00',
    '1 GetObject 08:02:30 08:02:30',
    '1 GetObject 08:07:01 08:07:01',
  ]);
  expect(entries[0]).toMatchObject({ detail: 'bucketName=logs key=08:00:00', details: 3, failed: false });
  expect(entries[2]).toMatchObject({ failed: true, error: 'AccessDenied' });
  expect((await timeline([...loop, later, denied], { keys: [USER_KEY], foldMs: 0 })).entries).toHaveLength(8);
});

test('changes, and calls that hand out keys, are folded only when they are about the same thing', async () => {
  const create = (clock: string, userName: string, change: Json = {}) => ({
    ...call(alice, 'CreateUser', at(clock)),
    requestParameters: { userName },
    ...change,
  });
  const assume = (clock: string, key: string, role: string) =>
    assumeRole(alice, { key, role, time: at(clock) });
  const { entries } = await timeline([
    create('08:00:00', 'eve'),
    create('08:00:01', 'mallory', { readOnly: false }),
    create('08:00:02', 'mallory'),
    create('08:00:03', 'x', { managementEvent: false }),
    create('08:00:04', 'y', { eventCategory: 'Data' }),
    assume('08:00:05', 'ASIARTXV5AHDREXAMPLE', 'Deployer'),
    assume('08:00:06', 'ASIARTXV5AHDSEXAMPLE', 'Deployer'),
    assume('08:00:07', 'ASIARTXV5AHDTEXAMPLE', 'Administrator'),
  ]);
  expect(told(entries).map((entry) => entry.slice(0, 12))).toEqual([
    '1 CreateUser',
    '2 CreateUser',
    '2 CreateUser',
    '2 AssumeRole',
    '1 AssumeRole',
  ]);
  expect(entries[3]).toMatchObject({ issuedKeyIds: ['ASIARTXV5AHDREXAMPLE', 'ASIARTXV5AHDSEXAMPLE'] });
});

test.each<[string, Json]>([
  ['region', { awsRegion: 'eu-central-1' }],
  ['address', { sourceIPAddress: '192.0.2.1' }],
  ['service', { eventSource: 'iam.amazonaws.com' }],
  ['caller', { userIdentity: { ...alice, arn: 'arn:aws:iam::111111111111:user/other' } }],
  ['error', { errorCode: 'AccessDenied' }],
  ['bucket', { requestParameters: { bucketName: 'payroll' } }],
  ['secret', { requestParameters: { secretId: 'root-password' } }],
])('another %s is another entry', async (_, change) => {
  const { entries } = await timeline([
    call(alice, 'List', at('08:00:00')),
    { ...call(alice, 'List', at('08:00:01')), ...change },
  ]);
  expect(entries).toHaveLength(2);
});

test('what is delivered twice, and what two accounts logged of one call, counts once', async () => {
  const own = {
    ...assumeRole(alice, { key: 'ASIATHPL2AOHCEXAMPLE', role: 'Deployer', time: at('08:00:00') }),
    sharedEventID: 'shared-1',
    eventID: 'own',
  };
  const theirs = {
    ...own,
    eventID: 'theirs',
    recipientAccountId: '222222222222',
    userIdentity: { type: 'AWSAccount', principalId: 'AIDAQBS6T6WOHEXAMPLE2', accountId: '111111111111' },
  };
  const { entries, counts } = await timeline([theirs, own, theirs, own], { addresses: ['203.0.113.66'] });
  expect(counts).toMatchObject({ events: 1, copies: 3 });
  expect(entries).toEqual([
    expect.objectContaining({
      eventId: 'own',
      principal: 'user alice',
      accessKeyId: USER_KEY,
      loggedBy: ['111111111111', '222222222222'],
      issuedKeyIds: ['ASIATHPL2AOHCEXAMPLE'],
    }),
  ]);
});

test('records without an event id are copies only when they are equal', async () => {
  const { eventID: _, ...record } = call(alice, 'List', at('08:00:00'));
  const records = [record, { ...record }, { ...record, requestID: 'another' }];
  expect((await timeline(records)).counts).toMatchObject({ events: 2, copies: 1 });
});

test('an hour without events is told as quiet, from the last event of all', async () => {
  const records = [
    call(alice, 'A', at('08:00:00')),
    call(alice, 'B', at('08:01:00')),
    call(alice, 'A', at('08:04:00')),
    call(alice, 'A', at('09:03:59')),
    call(alice, 'A', at('10:03:59')),
  ];
  const calls = ['2 A 08:00:00 08:04:00', '1 B 08:01:00 08:01:00', '1 A 09:03:59 09:03:59'];
  expect(told((await timeline(records)).entries)).toEqual([...calls, 'quiet 60', '1 A 10:03:59 10:03:59']);
  const often = await timeline(records, { keys: [USER_KEY], quietMs: 120_000 });
  expect(told(often.entries).filter((entry) => entry.startsWith('quiet'))).toHaveLength(3);
});

test('at first no call is new, and what is second of its kind is', async () => {
  const { entries, firstSeen, notes } = await timeline([
    call(alice, 'ListBuckets', at('08:00:00')),
    call(alice, 'GetObject', at('08:59:59')),
    { ...call(alice, 'GetObject', at('08:59:59')), eventID: 'x', sourceIPAddress: '192.0.2.1' },
    call(alice, 'ListBuckets', at('09:00:00')),
    call(alice, 'DeleteBucket', at('09:00:01')),
    { ...call(alice, 'DeleteBucket', at('09:00:02')), awsRegion: 'eu-west-1' },
  ]);
  expect(told(entries).filter((entry) => /first|region|address|api/.test(entry))).toEqual([
    '1 GetObject 08:59:59 08:59:59 address',
    '1 DeleteBucket 09:00:01 09:00:01 api',
    '1 DeleteBucket 09:00:02 09:00:02 region',
  ]);
  expect(firstSeen[0]).toEqual({
    what: 'address',
    value: '192.0.2.1',
    time: at('08:59:59'),
    historyMs: 3_599_000,
  });
  expect(notes.map(({ kind }) => kind)).toEqual(['history']);
  expect(notes[0]?.what).toContain('History begins with the first event');
});

test('what was usual before the window is not new in it', async () => {
  const records = [
    call(alice, 'ListBuckets', at('08:00:00', '02')),
    { ...call(alice, 'ListBuckets', at('08:00:00', '03')), awsRegion: 'eu-west-1' },
    { ...call(alice, 'ListBuckets', at('08:00:00')), awsRegion: 'eu-west-1' },
    { ...call(alice, 'GetObject', at('08:00:01')), awsRegion: 'ap-south-1' },
    call(alice, 'PutObject', at('08:00:00', '15')),
  ];
  const options = { keys: [USER_KEY], from: at('00:00:00'), to: at('23:59:59') };
  const { entries, counts, historyFrom, firstSeen, notes } = await timeline(records, options);
  expect(told(entries)).toEqual([
    '1 ListBuckets 08:00:00 08:00:00',
    '1 GetObject 08:00:01 08:00:01 api region',
  ]);
  expect(counts).toMatchObject({ events: 2, before: 2 });
  expect(historyFrom).toBe(at('08:00:00', '02'));
  expect(firstSeen[0]?.historyMs).toBe(12 * 86_400_000 + 1_000);
  expect(notes[0]?.what).toContain('12 days before');
});

test('a new thing begins an entry, so that its time is told', async () => {
  const { entries } = await timeline([
    { ...call(alice, 'List', at('08:00:00')), userAgent: 'aws-cli/2.31.4 md/command#s3.ls' },
    { ...call(alice, 'List', at('08:00:01')), userAgent: 'aws-cli/2.31.4 md/command#s3.cp' },
    { ...call(alice, 'List', at('08:00:02')), userAgent: 'Boto3/1.40.0' },
    { ...call(alice, 'List', at('08:00:03')), userAgent: 'Boto3/1.40.0' },
  ]);
  expect(told(entries)).toEqual(['2 List 08:00:00 08:00:01', '2 List 08:00:02 08:00:03 user-agent']);
});

test('the addresses of services are never new', async () => {
  const { firstSeen } = await timeline([
    call(alice, 'A', at('08:00:00')),
    { ...call(alice, 'A', at('10:00:00')), sourceIPAddress: 'cloudformation.amazonaws.com' },
    { ...call(alice, 'A', at('10:00:01')), sourceIPAddress: 'AWS Internal' },
  ]);
  expect(firstSeen).toEqual([]);
});

test('a sign-in fails without an error code', async () => {
  const record = { ...call(alice, 'ConsoleLogin', at('08:00:00')), errorMessage: 'Failed authentication' };
  const switched = {
    ...call(alice, 'SwitchRole', at('08:01:00')),
    responseElements: { SwitchRole: 'Failure' },
  };
  const { counts, entries } = await timeline([record, switched]);
  expect(counts.failed).toBe(2);
  expect(entries.map((entry) => (entry as TimelineCall).error)).toEqual(['Failed authentication', 'Failure']);
});

test('nothing found says what that does not mean', async () => {
  const { entries, notes, from, historyFrom } = await timeline([call(alice, 'A', at('08:00:00'))], {
    principals: ['arn:aws:iam::111111111111:user/bob'],
  });
  expect([entries, from, historyFrom]).toEqual([[], null, null]);
  expect(notes.map(({ kind }) => kind)).toEqual(['matched', 'nothing']);
  expect(notes[1]?.what).toContain('does not prove');
});

test('a timeline without a subject is a mistake', async () => {
  await expect(timeline([], {})).rejects.toThrow(RangeError);
  await expect(timeline([], { keys: [''] })).rejects.toThrow(RangeError);
  await expect(timeline([], { addresses: ['example.com'] })).rejects.toThrow('neither an address nor');
});
