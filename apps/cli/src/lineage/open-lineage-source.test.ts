import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { traceKey } from '@firebreak/cloudtrail';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { openLineageSource, type SourceFlags } from './open-lineage-source.ts';
import { fakeCloudTrail } from './testing/fake-cloudtrail.ts';

const KEY = 'ASIARTXV5AHDQEXAMPLE';
const [USER, FIRST, SECOND] = ['AKIARTXV5AHDQEXAMPLE', 'ASIARTXV5AHDREXAMPLE', 'ASIARTXV5AHDSEXAMPLE'];
const folder = mkdtempSync(join(tmpdir(), 'firebreak-trace-'));

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIARTXV5AHDTEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'fake');
  for (const name of ['AWS_SESSION_TOKEN', 'AWS_PROFILE', 'AWS_REGION', 'AWS_DEFAULT_REGION'])
    vi.stubEnv(name, undefined);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function record(
  accessKeyId: string,
  name: string,
  time: string,
  change: Record<string, unknown> = {},
): Record<string, unknown> {
  const user = { type: 'IAMUser', arn: 'arn:aws:iam::111111111111:user/build-bot', userName: 'build-bot' };
  const role = { type: 'AssumedRole', arn: 'arn:aws:sts::111111111111:assumed-role/Deployer/x' };
  return {
    eventVersion: '1.11',
    userIdentity: {
      ...(accessKeyId.startsWith('AKIA') ? user : role),
      accountId: '111111111111',
      accessKeyId,
    },
    eventTime: time,
    eventSource: 'sts.amazonaws.com',
    eventName: name,
    awsRegion: 'eu-west-1',
    sourceIPAddress: '203.0.113.66',
    eventID: `${name}-${accessKeyId}-${time}`,
    recipientAccountId: '111111111111',
    ...change,
  };
}

function hop(from: string, to: string, time: string, awsRegion: string): Record<string, unknown> {
  const roleArn = 'arn:aws:iam::111111111111:role/Deployer';
  return record(from, 'AssumeRole', time, {
    awsRegion,
    requestParameters: { roleArn, roleSessionName: 'x' },
    responseElements: { credentials: { accessKeyId: to } },
  });
}

const records = [
  hop(USER, FIRST, '2026-09-14T08:00:00Z', 'us-east-1'),
  hop(FIRST, SECOND, '2026-09-14T08:10:00Z', 'eu-west-1'),
  ...[1, 2, 3, 4, 5].map((minute) => record(SECOND, 'ListBuckets', `2026-09-14T08:2${minute}:00Z`)),
  record(USER, 'GetCallerIdentity', '2026-09-14T07:00:00Z'),
];

function clock() {
  let now = Date.parse('2026-09-20T00:00:00Z');
  return {
    now: () => now,
    wait: async (milliseconds: number) => {
      now += milliseconds;
    },
    random: () => 0,
  };
}

test('the event history over HTTP gives the lineage that the files give: pages, throttling, a region that refuses', async () => {
  const logs = join(folder, 'records.json');
  writeFileSync(logs, JSON.stringify({ Records: records }));
  const files = await openLineageSource(KEY, { logs });
  const expected = await traceKey(SECOND, files.source);
  expect(expected.chain.map(({ accessKeyId }) => accessKeyId)).toEqual([USER, FIRST, SECOND]);

  await using server = await fakeCloudTrail(records, {
    pageSize: 2,
    throttleEvery: 3,
    refuse: ['eu-north-1'],
  });
  vi.stubEnv('AWS_ENDPOINT_URL', server.url);
  const region = ['eu-west-1', 'us-east-1'];
  const { source } = await openLineageSource(KEY, { lookup: true, region }, { clock: clock() });
  expect(await traceKey(SECOND, source)).toEqual(expected);
  expect(server.throttled()).toBeGreaterThan(0);
  expect(server.asked.some(({ NextToken }) => NextToken !== undefined)).toBe(true);

  const refused = await openLineageSource(
    KEY,
    { lookup: true, region: ['eu-north-1', ...region] },
    { clock: clock() },
  );
  const { gaps, ...rest } = await traceKey(SECOND, refused.source);
  expect({ ...rest, gaps: [] }).toEqual(expected);
  expect(gaps.map(({ kind, what }) => `${kind}: ${what}`)).toEqual([
    expect.stringMatching(/^source-unavailable: .*eu-north-1 of account 111111111111.*AccessDenied/),
  ]);
});

test('without --region the region of the settings and us-east-1 are asked', async () => {
  await using server = await fakeCloudTrail(records, {});
  vi.stubEnv('AWS_ENDPOINT_URL', server.url);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  const { source } = await openLineageSource(KEY, { lookup: true, since: '2026-09-01' }, { clock: clock() });
  await traceKey(USER, source);
  expect(new Set(server.asked.map(({ region }) => region))).toEqual(new Set(['eu-west-1', 'us-east-1']));
  expect(server.asked[0]?.['StartTime']).toBe(Date.parse('2026-09-01T00:00:00Z') / 1000);
});

test('a broken file is a gap and a problem, and what is whole is traced', async () => {
  const broken = join(folder, 'broken');
  mkdirSync(broken);
  writeFileSync(join(broken, 'a.json'), JSON.stringify({ Records: records }));
  writeFileSync(join(broken, 'b.json'), '{"Records":[{"eventVersion":"1.11",');
  const { source, problem } = await openLineageSource(KEY, { logs: broken });
  const { chain, gaps } = await traceKey(SECOND, source);
  expect(chain).toHaveLength(3);
  expect(gaps.map(({ kind }) => kind)).toEqual(['source-unavailable']);
  expect(problem?.where).toContain('b.json');
});

test.skipIf(process.platform === 'win32')('what comes through a pipe is read once', async () => {
  const pipe = join(folder, 'pipe');
  const lines = join(folder, 'lines.jsonl');
  writeFileSync(lines, records.map((each) => JSON.stringify(each)).join('\n'));
  execFileSync('mkfifo', [pipe]);
  spawn('sh', ['-c', 'cat "$0" > "$1"', lines, pipe]);
  const { source, problem } = await openLineageSource(KEY, { logs: pipe });
  expect(problem).toBeUndefined();
  const { source: whole } = await openLineageSource(KEY, { logs: lines });
  expect(await traceKey(SECOND, source)).toEqual(await traceKey(SECOND, whole));
});

test('--since and --until leave out what happened before and after', async () => {
  const logs = join(folder, 'span.json');
  writeFileSync(logs, JSON.stringify({ Records: records }));
  const { source } = await openLineageSource(KEY, { logs, since: '2026-09-14T08:05:00Z' });
  const { chain } = await traceKey(SECOND, source);
  expect(chain.map(({ accessKeyId }) => accessKeyId)).toEqual([FIRST, SECOND]);
  const early = await openLineageSource(KEY, { logs, until: '2026-09-14T08:05:00Z' });
  expect((await traceKey(USER, early.source)).forward).toHaveLength(1);
});

test.each<[SourceFlags, string]>([
  [{}, 'there is nothing to read'],
  [{ logs: 'x', lookup: true }, '--logs and --lookup are two sources'],
  [{ logs: 'x', region: ['eu-west-1'] }, '--region and --profile are for --lookup'],
  [{ lookup: true, region: ['eu-west-1.example.com/'] }, 'is no region'],
  [{ lookup: true, since: 'soon' }, '"soon" is no time'],
  [{ logs: 'x', since: '2026-09-15', until: '2026-09-14' }, 'is after --until'],
])('openLineageSource(KEY, %j) says what is wrong', async (flags, message) => {
  await expect(openLineageSource(KEY, flags)).rejects.toThrow(message);
});
