import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AthenaOverFiles, athenaOverFiles } from './program/athena-over-files.ts';
import { ROOT, runProgram, startProgram } from './program/run-program.ts';

const SCENARIO = join(ROOT, 'packages', 'drill', 'scenarios', 'leaked-access-key');
const LOGS = join(SCENARIO, 'cloudtrail');
const finding = JSON.parse(readFileSync(join(SCENARIO, 'finding.json'), 'utf8')) as {
  detail: { resource: { accessKeyDetails: { accessKeyId: string } } };
};
const KEY = finding.detail.resource.accessKeyDetails.accessKeyId;
let athena: AthenaOverFiles;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  athena = await athenaOverFiles(LOGS);
  env = {
    AWS_ENDPOINT_URL_ATHENA: athena.url,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'AKIARTXV5AHDQEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'fake',
  };
});
afterAll(() => athena[Symbol.asyncDispose]());

const run = (...args: string[]) => runProgram(args, '', ROOT, env);

test('a saved query gives the rows in Athena that it gives over the files', async () => {
  const asked = ['query', 'run', 'key-activity', '--param', `access-key=${KEY}`, '--format', 'json'];
  const window = ['--param', 'since=2020-01-01T00:00:00Z'];
  const files = await run(...asked, ...window, '--logs', LOGS);
  const table = await run(...asked, ...window, '--athena', '--database', 'security');
  expect(table.code).toBe(0);
  expect(JSON.parse(table.stdout)).toEqual(JSON.parse(files.stdout));
  expect(JSON.parse(table.stdout)).not.toEqual([]);
  expect(table.stderr).toMatch(/ rows? · .* · 11\.4 MB read · \$0\.0000\d+ · .*execution query-\d/);
  const { QueryString: sql, ExecutionParameters: values, ...rest } = athena.started.at(-1) ?? {};
  expect(rest).toMatchObject({ WorkGroup: 'primary', QueryExecutionContext: { Database: 'security' } });
  expect(sql).not.toContain(KEY);
  expect(values).toContain(`'${KEY}'`);
});

test('a key has the same lineage in Athena as over the files', async () => {
  const files = await run('trace', KEY, '--logs', LOGS, '--json');
  const { chain, root, forward } = JSON.parse(files.stdout) as Record<string, unknown>;
  const table = await run('trace', KEY, '--athena', '--since', '2020-01-01', '--json');
  expect(table.code).toBe(0);
  expect(JSON.parse(table.stdout)).toMatchObject({ chain, root, forward });
});

test('an incident over Athena keeps as evidence how it was asked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'firebreak-athena-'));
  try {
    const { stdout } = await run(
      ...['respond', join(SCENARIO, 'finding.json'), '--athena', '--by-hand', '--plain', '--dir', folder],
    );
    expect(stdout).toContain('Athena, table firebreak.cloudtrail_logs in workgroup primary');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('an answer becomes evidence of an incident', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'firebreak-athena-'));
  try {
    await run('respond', join(SCENARIO, 'finding.json'), '--by-hand', '--plain', '--dir', folder);
    const incident = join(folder, readdirSync(folder)[0] ?? '');
    const asked = ['query', 'run', 'key-activity', '--param', `access-key=${KEY}`, '--logs', LOGS];
    const { code, stderr } = await run(...asked, '--incident', incident);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/Kept as evidence, SHA-256 [0-9a-f]{64}/)]);
    const name =
      readdirSync(join(incident, 'evidence')).find((file) => file.endsWith('key-activity.json')) ?? '';
    const kept = JSON.parse(readFileSync(join(incident, 'evidence', name), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(kept).toMatchObject({
      query: 'key-activity',
      engine: expect.stringMatching(/^DuckDB/),
      setAside: [],
    });
    expect((await run('report', incident)).code).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('Ctrl+C stops the query in Athena', async () => {
  athena.hang();
  const before = athena.started.length;
  const child = startProgram(['query', 'sql', 'SELECT 1', '--athena'], ROOT, env);
  const poll = setInterval(() => {
    if (athena.started.length === before) return;
    clearInterval(poll);
    child.kill('SIGINT');
  }, 50);
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(code).toBe(130);
  expect(athena.stopped).toEqual([`query-${before + 1}`]);
});
