import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  DeleteRolePolicyCommand,
  DeleteUserPolicyCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { expect, test } from 'vitest';
import type { Drill } from './drill.ts';
import { DrillFolderTaken } from './errors.ts';
import type { Move } from './intruder/move-journal.ts';
import { handClock, leakedKeyDrill, temporaryFolder } from './testing/temporary-drill.ts';

const ACCOUNT = '111111111111';
const KEY = { UserName: 'build-bot', AccessKeyId: 'AKIARTXV5AHDQEXAMPLE' };
const DENY_ALL = '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}';

const brief = (moves: readonly Move[]) => moves.map(({ credential, result }) => `${credential} ${result}`);

function revokeOlderSessions(before: Date): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { DateLessThan: { 'aws:TokenIssueTime': before.toISOString() } },
    },
  });
}

async function contain({ clients: { iam }, clock }: Drill, step: 'key' | 'user' | 'role'): Promise<void> {
  if (step === 'key') await iam.send(new UpdateAccessKeyCommand({ ...KEY, Status: 'Inactive' }));
  if (step === 'user')
    await iam.send(
      new PutUserPolicyCommand({ UserName: 'build-bot', PolicyName: 'deny', PolicyDocument: DENY_ALL }),
    );
  if (step === 'role')
    await iam.send(
      new PutRolePolicyCommand({
        RoleName: 'Deployer',
        PolicyName: 'AWSRevokeOlderSessions',
        PolicyDocument: revokeOlderSessions(new Date(clock().getTime() + 30_000)),
      }),
    );
}

test('a drill is contained step by step, and undoing restores the account', async () => {
  const drill = await leakedKeyDrill();
  const before = drill.accountState(ACCOUNT);

  expect(brief(await drill.intruder.react('start'))).toEqual([
    'leaked-key allowed',
    'deployer allowed',
    'deployer allowed',
  ]);

  await contain(drill, 'key');
  const afterKey = await drill.intruder.react('contained');
  expect(brief(afterKey)).toEqual(['leaked-key denied', 'session-token allowed', 'deployer allowed']);
  expect(afterKey[0]?.why).toContain('InvalidClientTokenId');

  await contain(drill, 'user');
  const afterUser = await drill.intruder.react('contained');
  expect(brief(afterUser)).toEqual(['leaked-key denied', 'session-token denied', 'deployer allowed']);
  expect(afterUser[1]?.why).toContain('"deny"');
  expect(afterUser[2]?.why).toContain('"DeployArtifacts"');

  await contain(drill, 'role');
  const afterRole = await drill.intruder.react('contained');
  expect(brief(afterRole)).toEqual(['leaked-key denied', 'session-token denied', 'deployer denied']);
  expect(afterRole[2]?.why).toContain('AWSRevokeOlderSessions');

  const { iam } = drill.clients;
  await iam.send(new DeleteRolePolicyCommand({ RoleName: 'Deployer', PolicyName: 'AWSRevokeOlderSessions' }));
  await iam.send(new DeleteUserPolicyCommand({ UserName: 'build-bot', PolicyName: 'deny' }));
  await iam.send(new UpdateAccessKeyCommand({ ...KEY, Status: 'Active' }));
  expect(JSON.stringify(drill.accountState(ACCOUNT))).toBe(JSON.stringify(before));
  await drill.close();
});

test('a drill hands out the finding and delivery files', async () => {
  const drill = await leakedKeyDrill();
  const finding = JSON.parse(await readFile(drill.findingPath, 'utf8'));
  const files = (await readdir(drill.logsPath, { recursive: true })).filter((name) => name.endsWith('.gz'));
  expect(files.length).toBeGreaterThan(10);
  const shape =
    /^AWSLogs\/o-11111111\/(\d{12})\/CloudTrail\/([a-z0-9-]+)\/\d{4}\/\d\d\/\d\d\/\1_CloudTrail_\2_\d{8}T\d{4}Z_[A-Za-z0-9]{16}\.json\.gz$/;
  const records: { userIdentity: { accessKeyId?: string } }[] = [];
  for (const name of files) {
    expect(name.replaceAll('\\', '/')).toMatch(shape);
    records.push(...JSON.parse(gunzipSync(await readFile(join(drill.logsPath, name))).toString()).Records);
  }
  expect(records).toHaveLength(101);
  const key = finding.detail.resource.accessKeyDetails.accessKeyId;
  expect(records.some(({ userIdentity }) => userIdentity.accessKeyId === key)).toBe(true);
  await drill.close();
});

test('a drill goes on from where it stood', async () => {
  const folder = await temporaryFolder();
  const machine = handClock();
  const first = await leakedKeyDrill(folder, machine);
  expect(first.clock().toISOString()).toBe('2026-09-14T10:05:00.000Z');
  machine.advance(60_000);
  await first.intruder.react('start');
  await contain(first, 'key');
  const state = first.accountState(ACCOUNT);
  // No close: the program was killed, and the machine was off for an hour.
  machine.advance(3_600_000);
  const second = await leakedKeyDrill(folder, machine);
  expect(second.clock().toISOString()).toBe('2026-09-14T10:06:00.000Z');
  expect(second.accountState(ACCOUNT)).toEqual(state);
  expect(await second.intruder.react('start')).toEqual([]);
  expect(brief(second.intruder.moves())).toHaveLength(3);
  expect(brief(await second.intruder.react('contained'))[0]).toBe('leaked-key denied');
  await second.close();
});

test('a torn last line of the moves is cut off', async () => {
  const folder = await temporaryFolder();
  await (await leakedKeyDrill(folder)).close();
  const file = join(folder, 'intruder.jsonl');
  await writeFile(file, '{"id":"look-ar');
  const drill = await leakedKeyDrill(folder);
  expect(await drill.intruder.react('start')).toHaveLength(3);
  expect((await readFile(file, 'utf8')).trimEnd().split('\n')).toHaveLength(3);
  await drill.close();
});

test('a drill does not touch a folder with other files', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'finding.json'), 'mine');
  await expect(leakedKeyDrill(folder)).rejects.toThrow(DrillFolderTaken);
  expect(await readdir(folder)).toEqual(['finding.json']);
});

test('a damaged state is a problem with a place', async () => {
  const folder = await temporaryFolder();
  await (await leakedKeyDrill(folder)).close();
  const file = join(folder, 'organisation.json');
  await writeFile(file, '{');
  await expect(leakedKeyDrill(folder)).rejects.toMatchObject({ name: 'DrillStateUnreadable', where: file });
});

test("the responder's clients sign as the incident responder", async () => {
  const drill = await leakedKeyDrill();
  await expect(drill.clients.sts.send(new GetCallerIdentityCommand({}))).resolves.toMatchObject({
    Account: ACCOUNT,
    Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/IncidentResponder/responder@example.com`,
    UserId: 'AROARESPONDER2EXAMPLE:responder@example.com',
  });
  await drill.close();
});
