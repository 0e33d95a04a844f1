import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { drillClients } from '../../packages/drill/src/drill-clients.ts';
import { type OrganisationData, openOrganisation } from '../../packages/drill/src/index.ts';
import { mayListBuckets } from '../../packages/drill/src/testing/may-list-buckets.ts';
import { accountBefore } from './account.ts';
import type { Room } from './room.ts';

const ACCOUNT = '111111111111';
const RESPONDER = 'AKIARTXV5AHDSEXAMPLE';

const times = {
  account: ACCOUNT,
  issuedAt: '2026-09-14T08:00:00Z',
  expiresAt: '2026-09-15T08:00:00Z',
} as const;
const S3 = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}';
const federated = { ...times, kind: 'federation-token', user: 'build-bot', policy: S3 } as const;
const deployer = { ...times, kind: 'assumed-role', role: 'Deployer' } as const;

/** Credentials that are out in the account, by what they are. */
export const CREDENTIALS = {
  key: 'AKIARTXV5AHDQEXAMPLE',
  session: 'ASIARTXV5AHDQEXAMPLE',
  visitor: 'ASIARTXV5AHDREXAMPLE',
  guest: 'ASIARTXV5AHDSEXAMPLE',
  full: 'ASIARTXV5AHDTEXAMPLE',
  crowded: 'ASIARTXV5AHDUEXAMPLE',
  unbounded: 'ASIARTXV5AHDVEXAMPLE',
  intruder: 'ASIARTXV5AHDWEXAMPLE',
  chained: 'ASIARTXV5AHDXEXAMPLE',
  instance: 'ASIARTXV5AHDYEXAMPLE',
  honest: 'ASIARTXV5AHDZEXAMPLE',
} as const;

const SESSIONS: OrganisationData['sessions'] = {
  [CREDENTIALS.session]: { ...times, kind: 'session-token', user: 'build-bot' },
  [CREDENTIALS.visitor]: { ...federated, name: 'visitor' },
  [CREDENTIALS.guest]: { ...federated, name: 'guest' },
  [CREDENTIALS.full]: { ...times, kind: 'session-token', user: 'full' },
  [CREDENTIALS.crowded]: { ...times, kind: 'session-token', user: 'crowded' },
  [CREDENTIALS.unbounded]: { ...times, kind: 'session-token', user: 'unbounded' },
  [CREDENTIALS.intruder]: { ...deployer, sessionName: 'intruder' },
  [CREDENTIALS.chained]: { ...deployer, sessionName: 'other', sourceIdentity: 'mallory' },
  [CREDENTIALS.instance]: {
    ...deployer,
    sessionName: 'i-0123456789abcdef0',
    sourceInstanceArn: `arn:aws:ec2:eu-central-1:${ACCOUNT}:instance/i-0123456789abcdef0`,
  },
  [CREDENTIALS.honest]: { ...deployer, sessionName: 'honest' },
};

export interface SimulatedRoom extends Room {
  /** Which of the {@link CREDENTIALS} may list the buckets of the account, and so are alive. */
  alive(): Promise<string[]>;
}

/** The simulated organisation of drills, with one account and a responder who may do everything. */
export async function simulatedRoom(): Promise<SimulatedRoom> {
  const folder = await mkdtemp(join(tmpdir(), 'firebreak-actions-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const account = accountBefore(ACCOUNT);
  const responder = {
    ...account.users['full'],
    userId: 'AIDARESPONDERREXAMPLE',
    accessKeys: { [RESPONDER]: { status: 'Active' as const, createDate: '2026-01-01T00:00:00Z' } },
    attachedPolicies: [],
    inlinePolicies: {
      All: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
    },
  } as (typeof account.users)[string];
  const organisation = await openOrganisation({
    initial: {
      id: 'o-11111111',
      accounts: { [ACCOUNT]: { ...account, users: { ...account.users, responder } } },
      sessions: SESSIONS,
    },
    file: join(folder, 'organisation.json'),
    start: new Date('2026-09-14T09:00:00Z'),
  });
  return {
    clients: drillClients(organisation, { accessKeyId: RESPONDER, region: 'eu-central-1' }),
    state: async () => organisation.accountState(ACCOUNT),
    async alive() {
      const names: string[] = [];
      for (const [name, accessKeyId] of Object.entries(CREDENTIALS))
        if (await mayListBuckets(organisation, accessKeyId)) names.push(name);
      return names;
    },
  };
}
