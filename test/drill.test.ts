import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIn, changesIn, withoutNames } from './program/drill-account.ts';
import {
  type JsonLine,
  type ProgramRun,
  playProgram,
  ROOT,
  recommended,
  runProgram,
  startProgram,
} from './program/run-program.ts';
import { someOf } from './program/some-of.ts';

let folder: string;
let played: ProgramRun;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'firebreak-drill-'));
  played = await runProgram([], '', folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function onlyIncident(below: string): string {
  const [name = '', ...others] = readdirSync(below);
  expect(others).toEqual([]);
  return join(below, name);
}

test('without a terminal, the default drill plays itself, says so, and writes the report', () => {
  const { code, stdout, stderr } = played;
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout).toContain('There is no terminal: the recommended choice is taken at each step.');
  const report = /^Report +(.+report\.html)$/m.exec(stdout)?.[1] ?? '';
  expect(readFileSync(join(folder, report), 'utf8')).toContain('<svg');
  expect(readFileSync(join(onlyIncident(join(folder, 'incidents')), 'report.md'), 'utf8')).toContain(
    'build-bot',
  );
});

test("the transcript shows the intruder's calls allowed before and denied after", () => {
  const calls = [...played.stdout.matchAll(/^ +INTRUDER (ALLOWED|DENIED): (\S+)(?: on \S+)? with (\S+)/gm)];
  const results = (operation: string, credential: string) =>
    calls.filter(([, , made, by]) => made === operation && by === credential).map(([, result]) => result);
  expect(results('iam:ListUsers', 'leaked-key')).toEqual(['ALLOWED', 'DENIED', 'DENIED', 'DENIED']);
  expect(results('s3:GetObject', 'deployer')).toEqual(['ALLOWED', 'ALLOWED', 'ALLOWED', 'DENIED']);
});

test.each(someOf(['call.returned', 'containment.approved', 'call.intended', 'containment.proven'], 2))(
  'kill -9 at %s, then the same command: it reads back first, repeats nothing, and ends in the same state',
  async (type) => {
    const below = join(folder, type);
    const args = ['drill', '--dir', below];
    let killed = false;
    await playProgram(args, {
      answer: recommended,
      onLine: (line, kill) => {
        if (line.type !== type || killed) return;
        killed = true;
        kill();
      },
    });
    expect(killed).toBe(true);

    const { code, lines } = await playProgram(args, { answer: recommended });
    expect(code).toBe(0);
    expect(lines.find((line) => line.type === 'incident.resumed')).toBeDefined();
    const incident = onlyIncident(below);
    expect(changesIn(incident)).toEqual(['iam:PutUserPolicy', 'iam:UpdateAccessKey', 'iam:PutRolePolicy']);
    const uninterrupted = await accountIn(onlyIncident(join(folder, 'incidents')));
    expect(withoutNames(await accountIn(incident))).toEqual(withoutNames(uninterrupted));
    expect((await runProgram(['report', incident])).code).toBe(0);
  },
);

/** Plays until a text is read, then reads no more, as `head` does; answers what is asked until then. */
async function playUntilUnread(
  args: readonly string[],
  last: string,
): Promise<{ code: number | null; stderr: string }> {
  const child = startProgram(args);
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => {
    stderr += data.toString();
  });
  child.stdin.on('error', () => undefined);
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.includes(last)) child.stdout.destroy();
    else if (line.startsWith('{"type":"prompt"'))
      child.stdin.write(
        `${JSON.stringify(recommended((JSON.parse(line) as { prompt: JsonLine }).prompt))}\n`,
      );
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stderr };
}

test('when nobody reads on, a recommended drill stops, says so with its exit code, and gives the folder back', async () => {
  const below = join(folder, 'unread');
  const { code, stderr } = await playUntilUnread(
    ['drill', '--new', '--recommended', '--dir', below],
    'Drill:',
  );
  expect(code).toBe(4);
  expect(stderr).toContain('nobody reads the output any more. Stopped. Go on with: npx firebreak drill');
  expect(existsSync(join(onlyIncident(below), 'lock'))).toBe(false);
});

test('when a program dies in the middle of an apply, the run is no success, and can be resumed', async () => {
  const below = join(folder, 'unread-json');
  const { code } = await playUntilUnread(['drill', '--json', '--dir', below], '"type":"call.intended"');
  expect(code).toBe(4);
  const incident = onlyIncident(below);
  expect(existsSync(join(incident, 'lock'))).toBe(false);
  expect(readFileSync(join(incident, 'journal.jsonl'), 'utf8')).not.toContain('incident.closed');
  expect((await playProgram(['drill', '--dir', below], { answer: recommended })).code).toBe(0);
  expect(changesIn(incident)).toEqual(['iam:PutUserPolicy', 'iam:UpdateAccessKey', 'iam:PutRolePolicy']);
});

test('a run that a responder or a recommended drill stops half-way is not done', async () => {
  const answer = (prompt: JsonLine) =>
    prompt['kind'] === 'approve' ? { kind: 'stop' } : recommended(prompt);
  const stopped = await playProgram(['drill', '--dir', join(folder, 'stopped')], { answer });
  expect(stopped.code).toBe(4);

  const runbook = readFileSync(join(ROOT, 'runbooks', 'compromised-access-key.md'), 'utf8');
  const path = join(folder, 'asks.md');
  writeFileSync(path, runbook.replace(/^ +from: finding\.credential\.accessKeyId\n/m, ''));
  const args = ['drill', '--recommended', '--dir', join(folder, 'needs-a-person'), '--runbook', path];
  const { code, stdout } = await runProgram(args);
  expect(stdout).toContain('stop, since this needs a person');
  expect(code).toBe(4);
});

test('undo restores the state of the simulated account exactly', async () => {
  const incident = onlyIncident(join(folder, 'incidents'));
  const untouched = await accountIn(join(folder, 'untouched'));
  expect(await accountIn(incident)).not.toEqual(untouched);

  const careful = await runProgram(['undo', incident, '--yes'], '', folder);
  expect(careful.code).toBe(4);
  expect(careful.stdout).toContain('is the compromised key. Activating it lets its finder back in.');

  const { code, stdout } = await runProgram(['undo', incident, '--yes', '--force'], '', folder);
  expect(stdout).toContain('UNDONE');
  expect(code).toBe(0);
  expect(await accountIn(incident)).toEqual(untouched);
  expect(existsSync(join(incident, 'lock'))).toBe(false);
  expect((await runProgram(['report', incident], '', folder)).code).toBe(0);
});

test('undo without the simulated organisation says what is missing', async () => {
  const incident = onlyIncident(join(folder, 'incidents'));
  rmSync(join(incident, 'drill', 'drill.json'));
  const { code, stderr } = await runProgram(['undo', incident, '--yes'], '', folder);
  expect(code).toBe(2);
  expect(stderr).toContain(join('drill', 'drill.json'));
  expect(stderr).not.toContain('defect');
});
