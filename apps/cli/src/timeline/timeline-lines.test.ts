import { readEvent, type TimelineOptions, timelineOf } from '@firebreak/cloudtrail';
import { expect, test } from 'vitest';
import { cellWidth } from '../tui/text/cell-width.ts';
import { timelineLines } from './timeline-lines.ts';

const KEY = 'AKIARTXV5AHDQEXAMPLE';

function record(eventName: string, eventTime: string, change: Record<string, unknown> = {}) {
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'IAMUser',
      arn: 'arn:aws:iam::111111111111:user/build-bot',
      accountId: '111111111111',
      accessKeyId: KEY,
      userName: 'build-bot',
    },
    eventTime,
    eventSource: 'ec2.amazonaws.com',
    eventName,
    awsRegion: 'eu-central-1',
    sourceIPAddress: '192.0.2.10',
    userAgent: 'aws-cli/2.31.4',
    eventID: `${eventName} ${eventTime}`,
    recipientAccountId: '111111111111',
    ...change,
  };
}

const records = [
  record('DescribeInstances', '2026-09-01T08:00:00Z'),
  record('DescribeInstances', '2026-09-13T23:59:58Z'),
  record('DescribeInstances', '2026-09-14T00:00:01Z'),
  record('RunInstances', '2026-09-14T08:31:07Z', {
    awsRegion: 'us-east-1',
    sourceIPAddress: '203.0.113.66',
    userAgent: 'Boto3/1.40.0',
    errorCode: 'Client.UnauthorizedOperation',
  }),
  record('AssumeRole', '2026-09-14T08:32:00Z', {
    eventSource: 'sts.amazonaws.com',
    requestParameters: { roleArn: 'arn:aws:iam::111111111111:role/Deployer' },
    responseElements: { credentials: { accessKeyId: 'ASIARTXV5AHDREXAMPLE' } },
  }),
];

async function linesOf(
  some: readonly unknown[],
  options: Partial<TimelineOptions> = {},
  width = 80,
): Promise<string[]> {
  const events = some.map(readEvent).filter((event) => event !== undefined);
  return timelineLines(await timelineOf(events, { keys: [KEY], ...options }), width);
}

test('a timeline has a heading, a line for each call, and what is new', async () => {
  expect(await linesOf(records)).toEqual([
    'timeline    key AKIARTXV5AHDQEXAMPLE',
    '  from      2026-09-01 08:00:00 UTC to 2026-09-14 08:32:00 UTC',
    '  events    5, 1 failed',
    '  by        user build-bot (5)',
    '  accounts  111111111111 (5)',
    '  regions   eu-central-1 (4), us-east-1 (1)',
    '  addresses 192.0.2.10 (4), 203.0.113.66 (1)',
    '',
    '2026-09-01 Tuesday',
    '          as user build-bot, AKIARTXV5AHDQEXAMPLE',
    '08:00:00  ec2  DescribeInstances      eu-central-1  192.0.2.10',
    '          --- quiet for 12 d 15 h ---',
    '',
    '2026-09-13 Sunday',
    '          as user build-bot, AKIARTXV5AHDQEXAMPLE',
    '23:59:58  ec2  2 × DescribeInstances  eu-central-1  192.0.2.10',
    '          until 09-14 00:00:01',
    '          --- quiet for 8 h 31 min ---',
    '',
    '2026-09-14 Monday',
    '          as user build-bot, AKIARTXV5AHDQEXAMPLE',
    '08:31:07  ec2  RunInstances           us-east-1     203.0.113.66',
    '          FAILED Client.UnauthorizedOperation',
    '          [new in 13 d: api, region, address, user-agent]  with Boto3/1.40.0',
    '08:32:00  sts  AssumeRole             eu-central-1  192.0.2.10',
    '          [new in 13 d: api]  gives ASIARTXV5AHDREXAMPLE',
    '          roleArn=arn:aws:iam::111111111111:role/Deployer',
    '',
    'note  History begins with the first event, 2026-09-01T08:00:00Z: what was usual',
    '      before that is not known. In the first hour no call is marked as new.',
    'Times are UTC. n ×: equal calls. [first: …], [new in 9 d: …]: not seen before.',
  ]);
});

test('a wide terminal has a call on one line', async () => {
  const lines = await linesOf(records, {}, 160);
  expect(lines).toContain(
    '08:31:07  ec2  RunInstances           us-east-1     203.0.113.66  FAILED Client.UnauthorizedOperation  [new in 13 d: api, region, address, user-agent]',
  );
});

test('who acts is told again when it changes, with the account where there are several', async () => {
  const other = {
    type: 'AssumedRole',
    arn: 'arn:aws:sts::222222222222:assumed-role/Deployer/x',
    accountId: '222222222222',
    accessKeyId: 'ASIATHPL2AOHCEXAMPLE',
  };
  const lines = await linesOf(
    [
      record('A', '2026-09-14T08:00:00Z'),
      record('B', '2026-09-14T08:00:01Z'),
      record('C', '2026-09-14T08:00:02Z', { userIdentity: other, recipientAccountId: '222222222222' }),
      record('D', '2026-09-14T08:00:03Z'),
    ],
    { principals: ['Deployer'] },
  );
  expect(lines.filter((line) => line.startsWith('          as '))).toEqual([
    '          as user build-bot, AKIARTXV5AHDQEXAMPLE, in 111111111111',
    '          as role Deployer, session x, ASIATHPL2AOHCEXAMPLE, in 222222222222',
    '          as user build-bot, AKIARTXV5AHDQEXAMPLE, in 111111111111',
  ]);
});

test('what a caller wrote is shown and never obeyed, and no line is too wide', async () => {
  for (const text of [
    '\u001b[2J\u001b[31mowned',
    '\u202egnp.exe',
    '日本語 '.repeat(90),
    'x'.repeat(3_000),
    '\r\n',
  ]) {
    const hostile = record(text, '2026-09-14T08:00:05Z', {
      eventSource: text,
      awsRegion: text,
      sourceIPAddress: text,
      userAgent: text,
      errorCode: text,
      recipientAccountId: text,
      requestParameters: { roleArn: text, bucketName: text },
      responseElements: { credentials: { accessKeyId: text } },
      userIdentity: {
        type: text,
        arn: text,
        userName: text,
        principalId: text,
        accessKeyId: KEY,
        accountId: text,
      },
    });
    const lines = await linesOf([record('A', '2026-09-14T08:00:00Z'), hostile], { principals: [text] });
    expect(lines.join('\n')).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(80);
  }
});

test('nothing found is said, with what it does not mean', async () => {
  const text = (await linesOf([record('A', '2026-09-14T08:00:00Z')], { from: '2026-09-15T00:00:00Z' })).join(
    '\n',
  );
  expect(text).toContain('window    2026-09-15 00:00:00 UTC to the end');
  expect(text).toContain('events    0, 0 failed, 1 before the window');
  expect(text.replaceAll(/\s+/g, ' ')).toContain('does not prove that nothing was done');
  expect(text).not.toContain('Times are UTC');
});
