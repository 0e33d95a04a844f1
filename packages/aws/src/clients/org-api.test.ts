import { beforeEach, expect, test, vi } from 'vitest';
import type { ApiCall } from '../api-call.ts';
import type { FirebreakConfig } from '../config/config-schema.ts';
import { CallRefused, CredentialsMissing } from '../errors.ts';
import { type OrganisationServer, organisationServer } from '../testing/organisation-server.ts';
import { assumeRole } from './assume-role.ts';
import { orgApi } from './org-api.ts';
import { type OrgOptions, orgClients } from './org-clients.ts';
import { readOnlyApi } from './read-only-api.ts';

const ROLE = 'arn:aws:iam::222222222222:role/security/Responder';
const PURPOSE = { responder: 'alice', incident: '20260914T093000Z-leaked-key' };
const CONFIG: FirebreakConfig = {
  version: 1,
  access: { role: 'security/Responder', externalId: 'stay-away' },
  accounts: [
    { id: '111111111111', name: 'hub', production: false },
    { id: '222222222222', name: 'shop', production: true },
    { id: '333333333333', name: 'labs', production: false },
  ],
  regions: { home: 'eu-central-1', all: [] },
};

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIARTXV5AHDQEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'fake');
  for (const name of ['AWS_SESSION_TOKEN', 'AWS_PROFILE', 'AWS_REGION', 'AWS_DEFAULT_REGION'])
    vi.stubEnv(name, undefined);
});

async function server(): Promise<OrganisationServer> {
  const organisation = await organisationServer();
  vi.stubEnv('AWS_ENDPOINT_URL', organisation.url);
  for (const account of ['222222222222', '333333333333'])
    organisation.roles.set(ROLE.replace('222222222222', account), {
      externalId: 'stay-away',
      sourceIdentity: true,
    });
  return organisation;
}

const policiesIn = (account: string): ApiCall => ({
  service: 'iam',
  operation: 'ListUserPolicies',
  input: { UserName: 'build-bot' },
  account,
});
const api = (options: Partial<OrgOptions> = {}, config = CONFIG) =>
  orgApi(orgClients(config, { ...PURPOSE, ...options }));

test('each call goes to its own account, however they are mixed', async () => {
  await using organisation = await server();
  const org = api();
  const accounts = ['222222222222', '111111111111', '333333333333', '222222222222', '333333333333'];
  const answers = await Promise.all(accounts.map((account) => org.call(policiesIn(account))));
  expect(answers.map(({ PolicyNames }) => PolicyNames)).toEqual(accounts.map((account) => [`of-${account}`]));
  // One session an account; the terminal's own account needs none.
  const assumed = organisation.requests.filter(({ action }) => action === 'AssumeRole');
  expect(assumed.map(({ parameters }) => parameters['RoleArn']).sort()).toEqual([
    ROLE,
    ROLE.replace('222222222222', '333333333333'),
  ]);
});

test('a session names who works on what, and is opened in the home region with the external id', async () => {
  await using organisation = await server();
  await api().call(policiesIn('222222222222'));
  const assumed = organisation.requests.find(({ action }) => action === 'AssumeRole');
  expect(assumed).toEqual({
    action: 'AssumeRole',
    key: 'AKIARTXV5AHDQEXAMPLE',
    region: 'eu-central-1',
    parameters: {
      RoleArn: ROLE,
      RoleSessionName: 'alice@20260914T093000Z-leaked-key',
      SourceIdentity: 'alice',
      ExternalId: 'stay-away',
      DurationSeconds: '3600',
    },
  });
});

test('sessions are opened at the regional address of STS', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL', undefined);
  const { sts } = await orgClients(CONFIG, PURPOSE).terminal();
  const hosts: unknown[] = [];
  const notSent = () => async (args: { request: unknown }) => {
    hosts.push((args.request as { hostname: string }).hostname);
    throw new Error('not sent');
  };
  sts.middlewareStack.add(notSent as never, { step: 'finalizeRequest', priority: 'low' });
  const role = { arn: ROLE, externalId: undefined, ownToAccount: false };
  await expect(assumeRole(sts, '222222222222', role, PURPOSE)).rejects.toThrow('not sent');
  expect(new Set(hosts)).toEqual(new Set(['sts.eu-central-1.amazonaws.com']));
});

test('a role that allows no source identity is assumed without one, and that is said once', async () => {
  await using organisation = await server();
  organisation.roles.set(ROLE, { externalId: 'stay-away', sourceIdentity: false });
  const notes: string[] = [];
  const org = api({ onNote: (account, note) => notes.push(`${account}: ${note}`) });
  await org.call(policiesIn('222222222222'));
  await org.call(policiesIn('222222222222'));
  expect(notes).toEqual([expect.stringMatching(/^222222222222: .*sts:SetSourceIdentity/)]);
});

test('a session that is about to expire is renewed, and one that is not is kept', async () => {
  await using organisation = await server();
  const org = api();
  const sessions = () => organisation.requests.filter(({ action }) => action === 'AssumeRole').length;
  organisation.lifetimeMs = 60_000;
  await org.call(policiesIn('222222222222'));
  const short = sessions();
  organisation.lifetimeMs = 3_600_000;
  await org.call(policiesIn('222222222222'));
  expect(sessions()).toBe(short + 1);
  await org.call(policiesIn('222222222222'));
  expect(sessions()).toBe(short + 1);
});

test.each([
  ['the external id is another one', { externalId: 'other', sourceIdentity: true }],
  ['the role is not there', undefined],
])('a role is refused when %s; once that is mended the next call goes through', async (_, role) => {
  await using organisation = await server();
  const sound = organisation.roles.get(ROLE);
  organisation.roles.delete(ROLE);
  if (role !== undefined) organisation.roles.set(ROLE, role);
  const org = api();
  await expect(org.call(policiesIn('222222222222'))).rejects.toThrow(`Cannot assume ${ROLE}`);
  if (sound !== undefined) organisation.roles.set(ROLE, sound);
  expect(await org.call(policiesIn('222222222222'))).toMatchObject({ PolicyNames: ['of-222222222222'] });
});

test('an account that is not configured, or has no role, gets no call', async () => {
  await using organisation = await server();
  await expect(api().call(policiesIn('444444444444'))).rejects.toThrow('it is not in the configuration');
  expect(organisation.requests).toEqual([]);
  const { access: _, ...without } = CONFIG;
  await expect(api({}, without).call(policiesIn('222222222222'))).rejects.toThrow('names no role to assume');
  expect(organisation.requests.map(({ action }) => action)).toEqual(['GetCallerIdentity']);
});

test('an account with a role of its own is reached through it, also from within', async () => {
  await using organisation = await server();
  const own = 'arn:aws:iam::111111111111:role/Inner';
  organisation.roles.set(own, { externalId: 'stay-away', sourceIdentity: true });
  const accounts = CONFIG.accounts.map((account) =>
    account.id === '111111111111' ? { ...account, role: 'Inner' } : account,
  );
  await api({}, { ...CONFIG, accounts }).call(policiesIn('111111111111'));
  expect(organisation.requests.map(({ action }) => action)).toEqual([
    'GetCallerIdentity',
    'AssumeRole',
    'ListUserPolicies',
  ]);
});

test('credentials that AWS does not know are told as such', async () => {
  await using _ = await server();
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIARTXV5AHDREXAMPLE');
  await expect(api().call(policiesIn('222222222222'))).rejects.toThrow(CredentialsMissing);
});

test('whoever leaves does not wait for an account to open', async () => {
  await using organisation = await server();
  const stop = AbortSignal.abort(new Error('enough'));
  await expect(api().call(policiesIn('222222222222'), { signal: stop })).rejects.toThrow('enough');
  expect(organisation.requests).toEqual([]);
});

test('readOnlyApi() sends what reads, and refuses what writes before it is sent', async () => {
  await using organisation = await server();
  const reading = readOnlyApi(api());
  expect(await reading.call(policiesIn('111111111111'))).toMatchObject({ PolicyNames: ['of-111111111111'] });
  const before = organisation.requests.length;
  const write = { ...policiesIn('111111111111'), operation: 'DeleteUserPolicy' };
  await expect(reading.call(write)).rejects.toThrow(CallRefused);
  await expect(reading.call({ ...write, operation: 'DeleteUser' })).rejects.toMatchObject({
    name: 'UnknownOperation',
  });
  expect(organisation.requests.length).toBe(before);
});
