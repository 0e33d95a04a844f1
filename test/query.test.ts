import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runProgram, startProgram } from './program/run-program.ts';

const CALLS = 4_000;
let folder: string;
let logs: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'firebreak-query-'));
  logs = join(folder, 'calls.jsonl');
  const lines = Array.from({ length: CALLS }, (_, index) =>
    JSON.stringify({
      eventTime: `2019-03-02T09:${String(index % 60).padStart(2, '0')}:00.250Z`,
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      awsRegion: 'eu-central-1',
      sourceIPAddress: '203.0.113.7',
      userAgent: 'x'.repeat(200),
      userIdentity: { type: 'IAMUser', accessKeyId: 'AKIARTXV5AHDQEXAMPLE' },
      eventID: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      recipientAccountId: '111111111111',
    }),
  );
  writeFileSync(logs, `${lines.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const everything = () => ['query', 'sql', '--logs', logs, 'SELECT * FROM cloudtrail_logs'];

test('a query ends in peace when its reader has seen enough, as after "| head"', async () => {
  const child = startProgram([...everything(), '--format', 'ndjson']);
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => {
    stderr += data.toString();
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('over files that are years old, the window is what they span, to the second', async () => {
  const { code, stdout } = await runProgram([
    ...['query', 'run', 'key-activity', '--logs', logs, '--format', 'json'],
    ...['--param', 'access-key=AKIARTXV5AHDQEXAMPLE'],
  ]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual([
    expect.objectContaining({
      eventname: 'GetObject',
      calls: CALLS,
      first_seen: '2019-03-02T09:00:00Z',
      last_seen: '2019-03-02T09:59:00Z',
    }),
  ]);
});

test('an output file stays as it was when the query fails, and nothing lies beside it', async () => {
  const output = join(folder, 'answer.csv');
  writeFileSync(output, 'before');
  const sql = `SELECT eventname, CAST(useragent AS bigint) AS number FROM cloudtrail_logs`;
  const args = ['query', 'sql', '--logs', logs, sql, '--format', 'csv', '--output', output];
  const { code, stderr } = await runProgram(args);
  expect(code).toBe(1);
  expect(stderr).toContain('Cannot run the statement');
  expect(readFileSync(output, 'utf8')).toBe('before');
  expect(readdirSync(folder).filter((name) => name.includes('answer'))).toEqual(['answer.csv']);
});

async function firstCalls(name: string, since: string): Promise<string> {
  const { code, stdout } = await runProgram([
    ...['query', 'run', 'key-activity', '--logs', join(folder, name), '--format', 'csv'],
    ...['--param', 'access-key=AKIARTXV5AHDQEXAMPLE', ...(since === '' ? [] : ['--param', `since=${since}`])],
  ]);
  expect(code).toBe(0);
  return stdout.split('\r\n')[1] ?? '';
}

test('an age counts back from the last event of the logs, not from the end of its day', async () => {
  const days = join(folder, 'days', '111111111111', 'CloudTrail', 'eu-central-1', '2019', '03', '02');
  mkdirSync(days, { recursive: true });
  writeFileSync(join(days, 'calls.jsonl'), readFileSync(logs));
  expect(await firstCalls('days', '10m')).toContain(',2019-03-02T09:49:00Z,2019-03-02T09:59:00Z,');
});

test('files in the folder of a month have a span, too', async () => {
  const month = join(folder, 'months', '111111111111', 'CloudTrail', 'eu-central-1', '2019', '03');
  mkdirSync(month, { recursive: true });
  writeFileSync(join(month, 'calls.jsonl'), readFileSync(logs));
  expect(await firstCalls('months', '')).toContain(`,${CALLS},0,2019-03-02T09:00:00Z,`);
});
