import { type FirebreakConfig, orgClients } from '@firebreak/aws';
import { beforeEach, expect, test, vi } from 'vitest';
import {
  type OrganisationServer,
  organisationServer,
} from '../../../../packages/aws/src/testing/organisation-server.ts';
import { accountChecks, probesOf } from './account-checks.ts';
import { runChecks } from './check.ts';

const ROLE = 'arn:aws:iam::222222222222:role/Responder';
const CONFIG: FirebreakConfig = {
  version: 1,
  access: { role: 'Responder' },
  accounts: [
    { id: '111111111111', name: 'hub', production: false },
    { id: '222222222222', name: 'shop', production: true },
  ],
  regions: { home: 'eu-central-1', all: [] },
};

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIARTXV5AHDQEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'fake');
  for (const name of ['AWS_SESSION_TOKEN', 'AWS_PROFILE', 'AWS_REGION', 'AWS_DEFAULT_REGION'])
    vi.stubEnv(name, undefined);
});

/** The state of each check, and what the ones that are not in order say. */
async function checked({ url }: OrganisationServer): Promise<Record<string, string>> {
  vi.stubEnv('AWS_ENDPOINT_URL', url);
  const notes = new Map<string, string>();
  const org = orgClients(CONFIG, {
    responder: 'alice',
    onNote: (account, note) => notes.set(account, note),
  });
  const room = { config: CONFIG, profile: undefined, org, notes, terminal: org.terminal, caller: org.caller };
  const checks = await runChecks(accountChecks(room), new AbortController().signal);
  return Object.fromEntries(
    checks.map(({ name, state, says }) => [name, state === 'ok' ? state : `${state}: ${says}`]),
  );
}

test('accounts that can be entered and read are in order, and nothing is changed', async () => {
  await using server = await organisationServer();
  server.roles.set(ROLE, { sourceIdentity: true });
  expect(await checked(server)).toEqual({
    'account hub': 'ok',
    'reading in hub': 'ok',
    'account shop': 'ok',
    'reading in shop': 'ok',
  });
  const actions = new Set(server.requests.map(({ action }) => action));
  expect([...actions].filter((action) => !/^(Get|List|Lookup|AssumeRole)/.test(action))).toEqual([]);
});

test('what is refused is named', async () => {
  await using server = await organisationServer();
  server.roles.set(ROLE, { sourceIdentity: false });
  server.refused.add('ListAccessKeys').add('LookupEvents');
  expect(await checked(server)).toEqual({
    'account hub': 'ok',
    'reading in hub': 'missing: refused: cloudtrail:LookupEvents, iam:ListAccessKeys',
    'account shop': expect.stringMatching(/^warning: .* no source identity/),
    'reading in shop': 'missing: refused: cloudtrail:LookupEvents, iam:ListAccessKeys',
  });
});

test('an account that cannot be entered is not read', async () => {
  await using server = await organisationServer();
  expect(await checked(server)).toMatchObject({
    'account shop': expect.stringMatching(
      /^missing: Cannot assume arn:aws:iam::222222222222:role\/Responder/,
    ),
    'reading in shop': 'skipped: the account is not reached',
  });
});

test('what is tried is about a name that nobody has', () => {
  const [lookup, ...reads] = probesOf('111111111111', 'eu-central-1');
  expect(lookup).toMatchObject({ operation: 'LookupEvents', region: 'eu-central-1' });
  expect(reads.length).toBeGreaterThan(3);
  for (const { input } of reads) expect(input['UserName']).toBe('firebreak-doctor-looks-for-nobody');
});
