import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest';
import { SCENARIOS } from '../content.ts';
import { adviseCommand } from './contain-advise.ts';

const DRILL = join(SCENARIOS, 'leaked-access-key');
const FINDING = join(DRILL, 'finding.json');
const LOGS = join(DRILL, 'cloudtrail');
const ROOT_KEY = 'AKIARTXV5AHDQEXAMPLE';
const folder = mkdtempSync(join(tmpdir(), 'firebreak-advise-'));
let write: MockInstance<typeof process.stdout.write>;

beforeEach(() => {
  write = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterEach(() => write.mockRestore());
afterAll(() => rmSync(folder, { recursive: true }));

const printed = () => write.mock.calls.map(([text]) => String(text)).join('');

/** A file with a finding as EventBridge delivers it. */
function fileOf(detail: object): string {
  const path = join(folder, 'finding.json');
  const event = {
    'detail-type': 'GuardDuty Finding',
    detail: { id: '0'.repeat(32), accountId: '111111111111', region: 'eu-west-1', severity: 8, ...detail },
  };
  writeFileSync(path, JSON.stringify(event));
  return path;
}

test('a finding and its logs give steps for the user behind the chain and for the role', async () => {
  expect(await adviseCommand({ finding: FINDING, logs: LOGS })).toBe(0);
  const text = printed();
  expect(text).toContain('user build-bot in account 111111111111, key AKIARTXV5AHDQEXAMPLE');
  expect(text).toContain('action deny-user, user build-bot, account 111111111111');
  expect(text).toContain('action revoke-role-sessions, role Deployer, account 111111111111');
  expect(text.indexOf('action deny-user')).toBeLessThan(text.indexOf('action revoke-role-sessions'));
  for (const title of ['In this order', 'Cannot be done', 'Then look for', 'Undo'])
    expect(text).toContain(title);
});

test('lines fit 80 columns, but for a policy in a command and a long path, each of which is one word', async () => {
  await adviseCommand({ finding: FINDING, logs: LOGS });
  const long = printed()
    .split('\n')
    .filter((line) => line.length > 80 && line.trim().replace(' \\', '') !== LOGS);
  for (const line of long) expect(line.trim()).toMatch(/^(?:--content )?'\{"Version".*\}'(?: \\)?$/);
});

test('without logs the finding alone is advised on, and what it does not say is asked', async () => {
  expect(await adviseCommand({ finding: FINDING })).toBe(0);
  expect(printed()).toContain('Who opened session "build-1845" of Deployer is not in the finding');
  expect(printed()).not.toContain('build-bot');
});

test('--json is the advice, with its commands quoted', async () => {
  expect(await adviseCommand({ key: ROOT_KEY, logs: LOGS, json: true })).toBe(0);
  const { credentials, steps } = JSON.parse(printed());
  expect(credentials[0]).toMatchObject({ id: 'iam-user-key' });
  const scp = steps.find(({ phase }: { phase: string }) => phase === 'scp');
  expect(scp.commands[0]).toContain(`--content '{"Version":"2012-10-17",`);
  expect(scp.byHand[0].slice(0, 3)).toEqual(['aws', 'organizations', 'create-policy']);
});

test.each([
  ['a key of which only the id is known', { key: ROOT_KEY }, 'get-access-key-last-used'],
  ['a temporary key', { key: 'ASIARTXV5AHDREXAMPLE' }, 'No step'],
])('%s needs a person', async (_, flags, text) => {
  expect(await adviseCommand(flags)).toBe(4);
  expect(printed()).toContain(text);
});

test.each([
  ['root', { userType: 'Root', accessKeyId: ROOT_KEY }, 'No IAM policy binds the root user'],
  ['an unsigned call', { userType: 'AWSAccount', userName: 'ANONYMOUS_PRINCIPAL' }, 'nobody to contain'],
  [
    'a service-linked role',
    { userType: 'AssumedRole', userName: 'AWSServiceRoleForSupport', principalId: 'AROAEXAMPLE:x' },
    'service-linked role',
  ],
])('%s is refused, with the way to go instead', async (_, accessKeyDetails, why) => {
  const finding = fileOf({
    type: 'Stealth:IAMUser/X',
    resource: { resourceType: 'AccessKey', accessKeyDetails },
  });
  expect(await adviseCommand({ finding })).toBe(4);
  expect(printed().replace(/\s+/g, ' ')).toContain(why);
  expect(printed()).toMatch(/^REFUSED {2}/m);
  expect(printed()).toMatch(/^instead {2}/m);
});

test('a sample is refused before its key is traced', async () => {
  const finding = fileOf({ title: '[SAMPLE] x', type: 'Stealth:IAMUser/X' });
  expect(await adviseCommand({ finding, logs: join(folder, 'nowhere') })).toBe(4);
  expect(printed()).toContain('GuardDuty made this finding up');
});

test('a finding without a key is not traced, and says so', async () => {
  const finding = fileOf({ type: 'Backdoor:EC2/X', resource: { resourceType: 'Instance' } });
  expect(await adviseCommand({ finding, logs: LOGS })).toBe(4);
  expect(printed()).toContain('so nothing was traced');
});

test('what an intruder wrote into a name moves no cursor and runs nothing', async () => {
  const userName = `\u001b[2Jx'; curl evil #`;
  const finding = fileOf({
    type: 'Stealth:IAMUser/X',
    resource: { accessKeyDetails: { accessKeyId: ROOT_KEY, userType: 'IAMUser', userName } },
  });
  expect(await adviseCommand({ finding })).toBe(4);
  expect(printed()).not.toContain('\u001b');
  const commands = printed()
    .split('\n')
    .filter((line) => /^ {6,}\S/.test(line));
  expect(commands.join('\n')).not.toContain('curl');
});

test('a command of the advice is taken apart by a shell as it was put together', async () => {
  await adviseCommand({ key: ROOT_KEY, logs: LOGS });
  const lines = printed().split('\n');
  const start = lines.findIndex((line) => line.includes('aws organizations create-policy'));
  expect(lines[start]).toMatch(/ \\$/);
  expect(lines.slice(start, start + 6).join('\n')).toContain("'Emergency deny of an incident'");
});

test.each([
  ['neither', {}, 'give either a finding or a key'],
  ['both', { finding: FINDING, key: ROOT_KEY }, 'give either a finding or a key'],
  ['no key', { key: 'nonsense' }, 'is no access key id'],
  ['no file', { finding: join(folder, 'none.json') }, 'there is no such file'],
  ['no such finding', { finding: FINDING, id: 'other' }, 'Cannot advise: the file holds no finding'],
])('%s is an error of usage', async (_, flags, message) => {
  await expect(adviseCommand(flags)).rejects.toThrow(message);
});
