import { expect, test } from 'vitest';
import { actionNamed, applyPlan, makePlan, planAt } from '../packages/containment/src/index.ts';
import { apiOf } from './containment/room.ts';
import { CREDENTIALS, simulatedRoom } from './containment/simulated-room.ts';

const incident = '20260914T093000Z-leaked-key';
const at = new Date('2026-09-14T09:30:00Z');
const OF_BUILD_BOT = ['key', 'session', 'visitor', 'guest'];
const OF_DEPLOYER = ['intruder', 'chained', 'instance', 'honest'];
const silent = {
  intended: async () => undefined,
  returned: async () => undefined,
  failed: async () => undefined,
};

// The plans say what stops and what does not; the simulated organisation evaluates policies, and says so too.
test.each<[string, Record<string, string>, string[]]>([
  ['deny-user', { user: 'build-bot' }, OF_BUILD_BOT],
  ['deny-user', { user: 'full' }, ['full']],
  ['deny-user', { user: 'crowded' }, ['crowded']],
  ['deny-user', { user: 'unbounded' }, ['unbounded']],
  ['deactivate-access-key', { user: 'build-bot', key: CREDENTIALS.key }, ['key']],
  ['deactivate-user-access-keys', { user: 'build-bot' }, ['key']],
  ['deactivate-service-specific-credentials', { user: 'build-bot' }, []],
  ['remove-login-profile', { user: 'build-bot' }, []],
  ['revoke-user-sessions', { user: 'build-bot' }, ['session', 'visitor', 'guest']],
  ['deny-federated-user', { user: 'build-bot', federated_user: 'visitor' }, ['visitor']],
  ['cut-trust', { role: 'Deployer', keep: 'nobody' }, []],
  ['revoke-role-sessions', { role: 'Deployer' }, OF_DEPLOYER],
  ['deny-session', { role: 'Deployer', session: 'intruder' }, ['intruder']],
  ['deny-source-identity', { role: 'Deployer', source_identity: 'mallory' }, ['chained']],
  [
    'deny-instance-credentials',
    { role: 'Deployer', instance: 'arn:aws:ec2:eu-central-1:111111111111:instance/i-0123456789abcdef0' },
    ['instance'],
  ],
])('%s of %j stops %j, and nothing else', async (name, target, stopped) => {
  const room = await simulatedRoom();
  const { api, account } = await apiOf(room);
  const action = actionNamed(name);
  expect(await room.alive()).toEqual(Object.keys(CREDENTIALS));
  const plan = planAt(action, await makePlan(action, { target, account, incident }, api), { incident, at });
  await applyPlan(plan, api, silent);
  const alive = await room.alive();
  expect(Object.keys(CREDENTIALS).filter((credential) => !alive.includes(credential))).toEqual(stopped);
});
