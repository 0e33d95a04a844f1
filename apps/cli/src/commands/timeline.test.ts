import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { timelineCommand } from './timeline.ts';

const USER = 'AKIARTXV5AHDQEXAMPLE';
const SESSION = 'ASIARTXV5AHDREXAMPLE';
const folder = mkdtempSync(join(tmpdir(), 'firebreak-timeline-command-'));
const identity = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::111111111111:user/build-bot',
  accountId: '111111111111',
  accessKeyId: USER,
  userName: 'build-bot',
};
const record = {
  eventVersion: '1.11',
  userIdentity: identity,
  eventTime: '2026-09-14T08:00:00Z',
  eventSource: 'sts.amazonaws.com',
  eventName: 'GetSessionToken',
  awsRegion: 'us-east-1',
  sourceIPAddress: '203.0.113.66',
  eventID: 'event-1',
  recipientAccountId: '111111111111',
  responseElements: { credentials: { accessKeyId: SESSION } },
};
const used = {
  ...record,
  userIdentity: { ...identity, accessKeyId: SESSION },
  eventTime: '2026-09-14T08:05:00Z',
  eventName: 'GetCallerIdentity',
  eventID: 'event-2',
  responseElements: null,
};
const logs = join(folder, 'whole.json');
writeFileSync(logs, JSON.stringify({ Records: [record, used] }));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command; returns its exit code and all that it wrote, in order, standard error in brackets. */
async function run(flags: Parameters<typeof timelineCommand>[0]): Promise<[code: number, written: string[]]> {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(`[${String(text)}]`) > 0);
  return [await timelineCommand(flags), written];
}

test('a timeline is written, and ends with 0', async () => {
  const [code, written] = await run({ key: [USER], logs });
  expect(code).toBe(0);
  expect(written.join('')).toContain('08:00:00  sts  GetSessionToken  us-east-1  203.0.113.66');
  expect(written.join('')).not.toContain('GetCallerIdentity');
});

test('with --lineage the keys that came from a key are there, too', async () => {
  const [code, written] = await run({ key: [USER], logs, lineage: true, json: true });
  expect(code).toBe(0);
  const [line, ...rest] = written.join('').trimEnd().split('\n');
  expect(rest).toEqual([]);
  const { subjects, entries, notes, counts } = JSON.parse(line ?? '');
  expect(subjects.keys).toEqual([USER, SESSION]);
  expect(entries.map(({ eventName }: { eventName: string }) => eventName)).toEqual([
    'GetSessionToken',
    'GetCallerIdentity',
  ]);
  expect(notes[0]).toEqual({ kind: 'lineage', what: `The lineage of ${USER} has 1 other key` });
  expect(counts.events).toBe(2);
});

test('the window holds for events, --all unfolds them', async () => {
  const many = join(folder, 'many.json');
  writeFileSync(many, JSON.stringify({ Records: [record, { ...record, eventID: 'event-3' }, used] }));
  const lines = async (all: boolean) => {
    const until = '2026-09-14T08:01:00Z';
    const [, written] = await run({ principal: ['build-bot'], logs: many, until, all });
    return written.join('').match(/GetSessionToken|GetCallerIdentity|2 ×/g);
  };
  expect(await lines(false)).toEqual(['2 ×', 'GetSessionToken']);
  expect(await lines(true)).toEqual(['GetSessionToken', 'GetSessionToken']);
});

test('nothing found is an answer, with what was read', async () => {
  const [code, written] = await run({ ip: ['192.0.2.0/24'], logs });
  expect(code).toBe(0);
  expect(written.join('')).toContain('note  1 file was read.');
});

test('a broken log file comes after the answer, and ends with 1', async () => {
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, JSON.stringify({ Records: [record, used, used] }).slice(0, -40));
  const [code, written] = await run({ key: [USER], logs: broken, lineage: true });
  expect(code).toBe(1);
  const problem = written.findIndex((text) => text.startsWith('[firebreak: '));
  const answer = written.findIndex((text) => text.includes('GetSessionToken'));
  expect(answer).toBeGreaterThanOrEqual(0);
  expect(problem).toBeGreaterThan(answer);
  expect(written.slice(problem).join('')).toMatch(/where {2}.*broken\.json.*byte/);
});

test('a file of which nothing is whole ends with 1 and no answer', async () => {
  const broken = join(folder, 'nothing.json');
  writeFileSync(broken, '{"Records":[{"eventVersion":"1.11",');
  const [code, written] = await run({ key: [USER], logs: broken });
  expect(code).toBe(1);
  expect(written.join('')).not.toContain('  events');
});

test.each<[string, Parameters<typeof timelineCommand>[0], string]>([
  ['nobody', { logs }, 'nobody is named'],
  ['no key', { key: ['AROARTXV5AHDQEXAMPLE'], logs }, 'is no access key id'],
  ['no address', { ip: ['example.com'], logs }, 'is no address'],
  ['an empty name', { principal: [''], logs }, 'a principal is empty'],
  ['no logs', { key: [USER] }, 'there is nothing to read'],
  ['logs that are not there', { key: [USER], logs: join(folder, 'nope') }, 'there is no such file or folder'],
  ['no time', { key: [USER], logs, since: 'soon' }, 'Cannot read --since: "soon" is no time'],
  ['no length of time', { key: [USER], logs, quiet: '1 hour' }, 'is no length of time'],
  [
    'a window that ends first',
    { key: [USER], logs, since: '2026-09-15', until: '2026-09-14' },
    'is after --until',
  ],
  ['a lineage of an address', { ip: ['192.0.2.1'], logs, lineage: true }, '--lineage is for keys'],
])('%s is refused', async (_, flags, message) => {
  await expect(run(flags)).rejects.toThrow(message);
});
