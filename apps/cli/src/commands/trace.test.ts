import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { traceCommand } from './trace.ts';

const USER = 'AKIARTXV5AHDQEXAMPLE';
const SESSION = 'ASIARTXV5AHDREXAMPLE';
const folder = mkdtempSync(join(tmpdir(), 'firebreak-trace-command-'));
const record = {
  eventVersion: '1.11',
  userIdentity: {
    type: 'IAMUser',
    arn: 'arn:aws:iam::111111111111:user/build-bot',
    accountId: '111111111111',
    accessKeyId: USER,
    userName: 'build-bot',
  },
  eventTime: '2026-09-14T08:00:00Z',
  eventSource: 'sts.amazonaws.com',
  eventName: 'GetSessionToken',
  awsRegion: 'us-east-1',
  sourceIPAddress: '203.0.113.66',
  eventID: 'event-1',
  responseElements: { credentials: { accessKeyId: SESSION } },
};
const logs = join(folder, 'whole.json');
writeFileSync(logs, JSON.stringify({ Records: [record] }));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command; returns its exit code and all that it wrote, in order, standard error in brackets. */
async function run(...args: Parameters<typeof traceCommand>): Promise<[code: number, written: string[]]> {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(`[${String(text)}]`) > 0);
  return [await traceCommand(...args), written];
}

test('a trace is drawn, and ends with 0', async () => {
  const [code, written] = await run(SESSION, { logs });
  expect(code).toBe(0);
  expect(written.join('')).toContain('root  long-term access key of user build-bot (account 111111111111)\n');
  expect(written.join('')).toContain(`   └─ ${SESSION}  ← asked for`);
});

test('a trace is one JSON object with --json', async () => {
  const [code, written] = await run(SESSION, { logs, json: true });
  expect(code).toBe(0);
  const [line, ...rest] = written.join('').trimEnd().split('\n');
  expect(rest).toEqual([]);
  expect(JSON.parse(line ?? '')).toMatchObject({ key: SESSION, root: { accessKeyId: USER }, gaps: [] });
});

test('a key that is never seen is an answer, too', async () => {
  const [code, written] = await run('ASIARTXV5AHDSEXAMPLE', { logs });
  expect(code).toBe(0);
  expect(written.join('')).toContain('[key-never-seen]');
});

test('a broken log file comes after the answer, and ends with 1', async () => {
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, `${JSON.stringify({ Records: [record, record] }).slice(0, -40)}`);
  const [code, written] = await run(SESSION, { logs: broken });
  expect(code).toBe(1);
  const problem = written.findIndex((text) => text.startsWith('[firebreak: '));
  const answer = written.findIndex((text) => text.includes('← asked for'));
  expect(answer).toBeGreaterThanOrEqual(0);
  expect(problem).toBeGreaterThan(answer);
  expect(written.slice(problem).join('')).toMatch(/where {2}.*broken\.json.*byte/);
});

test('a file of which nothing is whole ends with 1 and no answer', async () => {
  const broken = join(folder, 'nothing.json');
  writeFileSync(broken, '{"Records":[{"eventVersion":"1.11",');
  const [code, written] = await run(SESSION, { logs: broken });
  expect(code).toBe(1);
  expect(written.join('')).not.toContain('asked for');
});

test.each(['foo', '', 'AKIA', 'AROARTXV5AHDQEXAMPLE', SESSION.toLowerCase(), `${USER}; ls`])(
  '"%s" is no key id',
  async (key) => {
    await expect(run(key, { logs })).rejects.toThrow('is no access key id');
  },
);

test('a key id that AWS does not explain can be traced, as a masked one', async () => {
  const [code, written] = await run('AAAABBBBCCCCDDDD2222', { logs });
  expect(code).toBe(0);
  expect(written.join('')).toContain('[key-never-seen]');
});
