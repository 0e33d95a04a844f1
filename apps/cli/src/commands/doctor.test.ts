import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeAthena } from '../../../../packages/athena/src/testing/fake-athena.ts';
import { organisationServer } from '../../../../packages/aws/src/testing/organisation-server.ts';
import { fakeGuardDuty } from '../../../../packages/guardduty/src/inbox/testing/fake-guard-duty.ts';
import { EXIT } from '../exit-codes.ts';
import { openCentral } from '../query/engine-flags.ts';
import { doctorCommand } from './doctor.ts';

const CONFIG = `version: 1
access: { role: Responder }
accounts:
  - { id: 111111111111, name: hub }
  - { id: 222222222222, name: shop }
regions: { home: eu-central-1, all: [us-east-1] }
athena: { database: security, results: s3://amzn-s3-demo-bucket1/athena/, maxScan: 1GB }
guardduty: { administrator: "222222222222" }
`;
let folder = '';
let printed: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firebreak-doctor-'));
  vi.stubEnv('FIREBREAK_CONFIG', join(folder, 'firebreak.yaml'));
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIARTXV5AHDQEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'fake');
  for (const name of ['AWS_SESSION_TOKEN', 'AWS_PROFILE', 'AWS_REGION', 'AWS_DEFAULT_REGION'])
    vi.stubEnv(name, undefined);
  printed = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
});

afterEach(() => rm(folder, { recursive: true }));

interface HasEndpoint {
  readonly config: {
    readonly endpoint?: () => Promise<{ readonly hostname: string; readonly port?: number | undefined }>;
  };
}

async function addressOf({ config }: HasEndpoint): Promise<string> {
  const { hostname = '', port } = (await config.endpoint?.()) ?? {};
  return `http://${hostname}:${port}`;
}

/** The state of each check that does not depend on the machine, and what is wrong with it. */
function found(): Record<string, string> {
  const machine = ['Node.js', 'terminal', 'characters', 'temporary folder', 'this folder'];
  const checks = printed.map((line) => JSON.parse(line) as { name: string; state: string; says: string });
  expect(checks.map(({ name }) => name)).toEqual(expect.arrayContaining(machine));
  return Object.fromEntries(
    checks
      .filter(({ name }) => !machine.includes(name))
      .map(({ name, state, says }) => [name, state === 'ok' ? state : `${state}: ${says}`]),
  );
}

test('everything that an incident needs is looked at', async () => {
  await using organisation = await organisationServer();
  organisation.roles.set('arn:aws:iam::222222222222:role/Responder', { sourceIdentity: true });
  const columns = { Columns: [], PartitionKeys: [], Parameters: {} };
  await using athena = await fakeAthena({
    databases: ['security'],
    tables: { 'security.cloudtrail_logs': columns },
  });
  const region = { detectors: { b1: [] } };
  await using guardduty = await fakeGuardDuty({ 'eu-central-1': region, 'us-east-1': region });
  vi.stubEnv('AWS_ENDPOINT_URL', organisation.url);
  vi.stubEnv('AWS_ENDPOINT_URL_ATHENA', await addressOf(athena.client));
  vi.stubEnv('AWS_ENDPOINT_URL_GUARDDUTY', await addressOf(guardduty.clientFor('eu-central-1')));
  await writeFile(join(folder, 'firebreak.yaml'), CONFIG);
  expect(await doctorCommand({ json: true })).toBe(EXIT.done);
  expect(found()).toMatchObject({
    configuration: 'ok',
    credentials: 'ok',
    clock: 'ok',
    'account hub': 'ok',
    'reading in hub': 'ok',
    'account shop': 'ok',
    'reading in shop': 'ok',
    GuardDuty: 'ok',
    Athena: expect.stringMatching(/^warning: workgroup primary, database security; without /),
  });
  expect(new Set(guardduty.calls.map((call) => call.region))).toEqual(new Set(['eu-central-1', 'us-east-1']));
  expect(athena.started).toEqual([]);
});

test('what is missing ends it with 1', async () => {
  await using organisation = await organisationServer();
  await using athena = await fakeAthena();
  await using guardduty = await fakeGuardDuty({ 'eu-central-1': { detectors: { b1: [] } } });
  vi.stubEnv('AWS_ENDPOINT_URL', organisation.url);
  vi.stubEnv('AWS_ENDPOINT_URL_ATHENA', await addressOf(athena.client));
  vi.stubEnv('AWS_ENDPOINT_URL_GUARDDUTY', await addressOf(guardduty.clientFor('eu-central-1')));
  await writeFile(join(folder, 'firebreak.yaml'), CONFIG.replace('222222222222"', '111111111111"'));
  expect(await doctorCommand({ json: true })).toBe(EXIT.failed);
  expect(found()).toMatchObject({
    'account shop': expect.stringMatching(/^missing: Cannot assume/),
    'reading in shop': 'skipped: the account is not reached',
    GuardDuty: expect.stringMatching(/^missing: not read in us-east-1: /),
    Athena: 'missing: there is no database security',
  });
});

test('a configuration with mistakes is told among the rest', async () => {
  await using organisation = await organisationServer();
  vi.stubEnv('AWS_ENDPOINT_URL', organisation.url);
  await writeFile(join(folder, 'firebreak.yaml'), CONFIG.replace('regions', 'regoins'));
  expect(await doctorCommand({ json: true })).toBe(EXIT.failed);
  expect(found()).toMatchObject({
    configuration: expect.stringContaining(
      'firebreak.yaml:6:1: unknown key "regoins"; did you mean "regions"?',
    ),
    credentials: 'ok',
    Athena: expect.stringContaining('skipped'),
  });
});

test('credentials that AWS does not know leave the rest out', async () => {
  await using organisation = await organisationServer();
  vi.stubEnv('AWS_ENDPOINT_URL', organisation.url);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIARTXV5AHDREXAMPLE');
  await writeFile(join(folder, 'firebreak.yaml'), CONFIG);
  expect(await doctorCommand({ json: true })).toBe(EXIT.failed);
  const { configuration, credentials, ...others } = found();
  expect(configuration).toBe('ok');
  expect(credentials).toContain('missing: ');
  expect(Object.values(others).filter((says) => !says.startsWith('skipped: '))).toEqual([]);
  expect(others).toMatchObject({ 'account hub': 'skipped: nobody is signed in' });
});

test('Athena is opened as the configuration says, and flags come before it', async () => {
  await using athena = await fakeAthena({ workgroup: { EnforceWorkGroupConfiguration: false } });
  vi.stubEnv('AWS_ENDPOINT_URL_ATHENA', await addressOf(athena.client));
  const file = join(folder, 'firebreak.yaml');
  await writeFile(file, CONFIG);
  const signal = new AbortController().signal;
  const engine = await openCentral({}, signal);
  expect(engine).toMatchObject({
    scanLimit: 2 ** 30,
    workgroup: { outputLocation: 's3://amzn-s3-demo-bucket1/athena/' },
  });
  await engine.close();
  const flagged = await openCentral({ maxScan: '2GB', results: 's3://amzn-s3-demo-bucket/other/' }, signal);
  expect(flagged).toMatchObject({
    scanLimit: 2 ** 31,
    workgroup: { outputLocation: 's3://amzn-s3-demo-bucket/other/' },
  });
  await flagged.close();
  await writeFile(file, CONFIG.replace('{ database', '{ workgroup: forensics, database'));
  await expect(openCentral({}, signal)).rejects.toThrow('forensics');
});
