import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ROOT, runProgram } from './program/run-program.ts';

const FINDING = join(ROOT, 'packages', 'drill', 'scenarios', 'leaked-access-key', 'finding.json');
let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'firebreak-bad-'));
  for (const name of ['empty', 'cut', 'broken', 'other']) mkdirSync(at(name));
  writeFileSync(at('text.json'), 'Dear responder,\n');
  writeFileSync(at('open.json'), '{\n  "id": "x",\n');
  writeFileSync(at('map.json'), '{"a": 1}');
  const records = gzipSync(
    JSON.stringify({ Records: [{ eventName: 'ListBuckets', eventTime: '2026-09-14T08:00:00Z' }] }),
  );
  writeFileSync(at('cut/a.json.gz'), records.subarray(0, 40));
  writeFileSync(at('broken/a.json'), '{"Records": [\n  {"eventName": }\n]}');
  writeFileSync(at('other/a.json'), '{"a": 1}');
  const runbook = readFileSync(join(ROOT, 'runbooks', 'compromised-access-key.md'), 'utf8');
  writeFileSync(at('wrong-key.md'), runbook.replace('\ntrace:', '\ntrcae:'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each<[string, string[], number, string, string]>([
  ['no such finding', ['respond', 'nope.json'], 2, 'there is no such file', 'nope.json'],
  ['a finding that is not JSON', ['respond', 'text.json'], 2, 'the text is not JSON', 'text.json:1:1'],
  ['a finding that ends early', ['respond', 'open.json'], 2, 'the text is not JSON', 'open.json:3:1'],
  ['JSON that is no finding', ['respond', 'map.json'], 2, '"type" is missing', 'map.json'],
  ['no such logs', ['respond', FINDING, '--logs', 'nope'], 2, 'there is no such file or folder', 'nope'],
  ['an empty folder of logs', ['respond', FINDING, '--logs', 'empty'], 2, 'holds no .json', 'empty'],
  [
    'logs without a record',
    ['respond', FINDING, '--logs', 'other'],
    2,
    'no file holds a CloudTrail record',
    'other',
  ],
  ['a truncated .json.gz', ['respond', FINDING, '--logs', 'cut'], 2, 'is cut off', 'cut/a.json.gz: byte'],
  [
    'a broken log file',
    ['respond', FINDING, '--logs', 'broken'],
    2,
    'a record is not JSON',
    'broken/a.json: byte 30',
  ],
  [
    'a runbook with a wrong key',
    ['respond', FINDING, '--runbook', 'wrong-key.md'],
    3,
    '1 mistake',
    'did you mean "trace"?',
  ],
  ['no such runbook', ['respond', FINDING, '--runbook', 'nope'], 2, 'there is no such file', 'nope.md'],
  ['no such runbook for a drill', ['drill', '--runbook', 'nope'], 2, 'there is no such file', 'nope.md'],
  ['no such drill', ['drill', 'nope'], 2, 'there is no scenario "nope"', ''],
  ['no such query', ['query', 'run', 'nope', '--logs', 'empty'], 2, 'there is no saved query', ''],
  [
    'a parameter without a value',
    ['query', 'run', 'key-activity', '--logs', 'empty'],
    2,
    'a value is required',
    '',
  ],
  ['a folder that is no incident', ['report', 'empty'], 2, 'holds no journal', 'empty'],
])(
  '%s: one message with place and remedy, exit code, nothing written',
  async (_, args, code, message, where) => {
    const { stderr, stdout, ...run } = await runProgram(args, '', folder);
    expect(run.code).toBe(code);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).toContain(where);
    expect(stderr).toMatch(/^ {2}do {5}\S/m);
    expect(stderr.match(/firebreak:/g)).toHaveLength(1);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(at('incidents'))).toBe(false);
  },
);

test('a log file that broke does not stop the run: the others are read, and it is named with its byte', async () => {
  mkdirSync(at('half'));
  const record = { eventName: 'ListBuckets', eventTime: '2026-09-14T08:00:00Z' };
  const whole = gzipSync(JSON.stringify({ Records: [record, record] }));
  writeFileSync(at('half/a.json.gz'), whole.subarray(0, whole.length - 3));
  writeFileSync(at('half/b.json'), JSON.stringify({ Records: [record] }));
  const { code, stdout, stderr } = await runProgram(
    ['respond', FINDING, '--by-hand', '--logs', 'half', '--dir', 'half-incidents'],
    '',
    folder,
  );
  expect([code, stderr]).toEqual([4, '']);
  const said = stdout.replaceAll(/\s+/g, ' ');
  expect(said).toContain('3 events in 2 files');
  expect(said).toContain(
    `NOT read to the end: half/a.json.gz at byte ${whole.length - 3} after 2 events: the gzip stream is cut off`,
  );
});

test('a journal that was tampered with is named and refused', async () => {
  const incident = at('tampered');
  mkdirSync(incident);
  writeFileSync(join(incident, 'journal.jsonl'), '{"type":"incident.resumed","seq":1,"previous":"0"}\n');
  const { code, stderr } = await runProgram(['report', incident]);
  expect(code).toBe(1);
  expect(stderr).toContain('Cannot trust the journal');
  expect(stderr).toContain(`${join(incident, 'journal.jsonl')}:1`);
});

test('a broken journal of another incident is passed over; one about the same finding is refused', async () => {
  const below = at('several');
  const begin = () => runProgram(['respond', FINDING, '--by-hand', '--dir', below]);
  expect((await begin()).code).toBe(4);
  const [ours = ''] = readdirSync(below);
  mkdirSync(join(below, '99-broken'));
  writeFileSync(join(below, '99-broken', 'journal.jsonl'), 'broken\n');
  const passedOver = await begin();
  expect(passedOver.stdout).toContain('goes on where it stood');
  expect(passedOver.stderr).toContain(`passed over ${join(below, '99-broken', 'journal.jsonl')}`);
  appendFileSync(join(below, ours, 'journal.jsonl'), 'broken\n');
  const refused = await begin();
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/do .*--new/);
});

/** Starts the program away from any terminal, with a folder of its own for temporary files. */
function startAlone(args: readonly string[], cwd: string): ChildProcessWithoutNullStreams {
  const bin = join(ROOT, 'apps', 'cli', 'bin', 'firebreak.js');
  return spawn(process.execPath, [bin, ...args], {
    cwd,
    detached: true,
    env: { ...process.env, TMPDIR: at('temporary') },
  });
}

const codeOf = (child: ChildProcessWithoutNullStreams) =>
  new Promise<number | null>((resolve) => child.on('close', resolve));

test('a finding from standard input leaves nothing to answer with: the run says how to go on', async () => {
  const cwd = at('piped');
  mkdirSync(cwd);
  const child = startAlone(['respond', '-', '--by-hand', '--plain'], cwd);
  child.stdin.end(readFileSync(FINDING));
  const [stdout, code] = await Promise.all([text(child.stdout), codeOf(child)]);
  expect(code).toBe(4);
  const command = /Go on with: npx firebreak (.+)/.exec(stdout)?.[1] ?? '';
  expect(command).toContain(join('evidence', '001-finding.json'));
  const again = await runProgram(command.split(' '), '1\n', cwd);
  expect(again.stdout).toContain('goes on where it stood');
  expect(readdirSync(join(cwd, 'incidents'))).toHaveLength(1);
});

test.runIf(process.platform !== 'win32')(
  'Ctrl+C while logs are read ends at once, and leaves nothing of them behind',
  async () => {
    mkdirSync(at('temporary'));
    mkdirSync(at('many'));
    const record = { eventName: 'ListBuckets', eventTime: '2026-09-14T08:00:00Z', eventSource: 'x' };
    const records = JSON.stringify({ Records: Array.from({ length: 500 }, () => record) });
    for (let file = 0; file < 1_500; file += 1) writeFileSync(at(`many/${file}.json`), records);
    const child = startAlone(['respond', FINDING, '--by-hand', '--logs', 'many'], folder);
    await vi.waitUntil(() => readdirSync(at('temporary')).length > 0, { timeout: 10_000, interval: 5 });
    child.kill('SIGINT');
    const [stderr, code] = await Promise.all([text(child.stderr), codeOf(child)]);
    expect([code, stderr]).toEqual([130, '']);
    expect(readdirSync(at('temporary'))).toEqual([]);
  },
);
