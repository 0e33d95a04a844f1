import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJournal } from '@firebreak/incident';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, runProgram } from './program/run-program.ts';

const FINDING = join(ROOT, 'packages', 'drill', 'scenarios', 'leaked-access-key', 'finding.json');
let folder: string;
let incident: string;
let server: Server;
let asked: { path: string; body: unknown }[] = [];
let status = 200;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'firebreak-feedback-'));
  server = createServer(async (request, response) => {
    const body = JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString()) as unknown;
    asked.push({ path: request.url ?? '', body });
    response
      .writeHead(status, { 'x-amzn-errortype': 'AccessDeniedException' })
      .end(status === 200 ? '{}' : '{"message":"no"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  env = {
    AWS_ENDPOINT_URL_GUARDDUTY: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: 'AKIARTXV5AHDQEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'fake',
  };
  await runProgram(['respond', FINDING, '--by-hand', '--plain', '--dir', join(folder, 'incidents')]);
  incident = join(folder, 'incidents', readdirSync(join(folder, 'incidents'))[0] ?? '');
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

function callEvents(): string[] {
  const entries = readJournal(join(incident, 'journal.jsonl'));
  return entries.flatMap((entry) => ('purpose' in entry && entry.step === 'finding' ? [entry.type] : []));
}

test('feedback sends nothing without a yes', async () => {
  const { code, stdout } = await runProgram(['feedback', incident, '--useful'], 'no\n', ROOT, env);
  expect(code).toBe(4);
  expect(stdout).toContain('aws guardduty update-findings-feedback --detector-id');
  expect([asked, callEvents()]).toEqual([[], []]);
});

test('feedback and archiving are journaled, each before and after it is sent', async () => {
  asked = [];
  const { code } = await runProgram(['feedback', incident, '--not-useful', '--archive'], 'yes\n', ROOT, env);
  expect(code).toBe(0);
  expect(asked.map(({ path }) => path.replace(/^\/detector\/\w+/, ''))).toEqual([
    '/findings/feedback',
    '/findings/archive',
  ]);
  expect(asked[0]?.body).toMatchObject({
    feedback: 'NOT_USEFUL',
    findingIds: ['5ec7d1a94b0e4f2c8a6d3b9f17e2c045'],
  });
  expect(callEvents()).toEqual(['call.intended', 'call.returned', 'call.intended', 'call.returned']);
});

test('what AWS refuses is in the journal too', async () => {
  status = 403;
  const { code, stderr } = await runProgram(['feedback', incident, '--unarchive', '--yes'], '', ROOT, env);
  expect(code).toBe(1);
  expect(stderr).toContain('firebreak:');
  expect(callEvents().slice(-2)).toEqual(['call.intended', 'call.failed']);
});

test('feedback has to say something, and not two things at once', async () => {
  expect((await runProgram(['feedback', incident])).code).toBe(2);
  expect((await runProgram(['feedback', incident, '--useful', '--not-useful'])).code).toBe(2);
});
