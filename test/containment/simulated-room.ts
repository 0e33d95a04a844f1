import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { drillClients } from '../../packages/drill/src/drill-clients.ts';
import { openOrganisation } from '../../packages/drill/src/index.ts';
import { accountBefore } from './account.ts';
import type { Room } from './room.ts';

const ACCOUNT = '111111111111';
const RESPONDER = 'AKIARTXV5AHDSEXAMPLE';

/** The simulated organisation of drills, with one account and a responder who may do everything. */
export async function simulatedRoom(): Promise<Room> {
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
      sessions: {},
    },
    file: join(folder, 'organisation.json'),
    start: new Date('2026-09-14T09:00:00Z'),
  });
  return {
    clients: drillClients(organisation, { accessKeyId: RESPONDER, region: 'eu-central-1' }),
    state: async () => organisation.accountState(ACCOUNT),
  };
}
