import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, runProgram } from './program/run-program.ts';

const FINDING = join(ROOT, 'packages', 'drill', 'scenarios', 'leaked-access-key', 'finding.json');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'firebreak-finding-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('finding --json is one object a line with every field, null where it is not known', async () => {
  const { code, stdout } = await runProgram(['finding', FINDING, '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    type: 'Exfiltration:S3/MaliciousIPCaller',
    severity: { value: 8, label: 'High' },
    accountId: '111111111111',
    region: 'us-east-1',
    shape: 'eventbridge',
    sample: false,
    archived: false,
    count: 5,
    resourceType: 'S3Bucket',
    credential: { accessKeyId: 'ASIARTXV5AHDSEXAMPLE', kind: 'temporary', accountId: '111111111111' },
    principal: { type: 'assumed-role', name: 'Deployer' },
    remote: { ip: '203.0.113.66' },
    runbook: 'compromised-access-key',
  });
});

test('finding reads a gzip export of many findings, from a file and from standard input', async () => {
  const { detail } = JSON.parse(readFileSync(FINDING, 'utf8')) as { detail: { id: string } };
  const lines = [1, 2, 3].map((number) => JSON.stringify({ ...detail, id: `${number}`.repeat(32) }));
  const path = join(folder, 'export.jsonl.gz');
  writeFileSync(path, gzipSync(lines.join('\n')));
  const file = await runProgram(['finding', path, '--json']);
  expect(
    file.stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id),
  ).toEqual(['1', '2', '3'].map((digit) => digit.repeat(32)));
  const input = await runProgram(['finding', '-', '--json'], lines.join('\n'));
  expect(input.stdout).toBe(file.stdout);
});

test('the page of a finding says what, who, with which key, from where and what next', async () => {
  const { stdout } = await runProgram(['finding', FINDING]);
  for (const text of [
    'Exfiltration:S3/MaliciousIPCaller, High 8',
    'Deployer',
    'ASIARTXV5AHDSEXAMPLE',
    '203.0.113.66',
  ]) {
    expect(stdout).toContain(text);
  }
  expect(stdout).toMatch(/^next +firebreak respond … --runbook compromised-access-key$/m);
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(400);
});

test('findings without a region says what to give', async () => {
  const { code, stderr } = await runProgram(['findings']);
  expect(code).toBe(2);
  expect(stderr).toContain('--region us-east-1');
});

test('key says what disabling it would not stop', async () => {
  const { stdout } = await runProgram(['key', 'ASIARTXV5AHDSEXAMPLE']);
  expect(stdout).toContain('account  111111111111');
  expect(stdout).toContain('a temporary key has no status');
});
