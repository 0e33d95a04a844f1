import { operationName } from '@firebreak/aws';
import { beforeEach, expect, test, vi } from 'vitest';
import { ACTIONS, actionNamed } from './actions.ts';
import { applyPlan, type CallRecorder } from './apply-plan.ts';
import { compareState } from './compare-state.ts';
import { makePlan, planAt } from './make-plan.ts';
import { type FakeAccount, fakeAccount, settingsOf } from './testing/fake-account.ts';
import { undoPlan } from './undo-plan.ts';

const KEY = 'AKIARTXV5AHDQEXAMPLE';
const incident = '20260914T093000Z-leaked-key';
const at = new Date('2026-09-14T09:30:00Z');
const silent: CallRecorder = {
  intended: async () => undefined,
  returned: async () => undefined,
  failed: async () => undefined,
};
const undoing = { incident, force: true, onApproved: async () => undefined };
const OLDER =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"DateLessThan":{"aws:TokenIssueTime":"2025-01-01T00:00:00Z"}}}]}';
const SMALL =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}';

let account: FakeAccount;
beforeEach(() => {
  account = fakeAccount();
  account.keys.set(KEY, 'Active').set('AKIARTXV5AHDREXAMPLE', 'Inactive');
  account.credentials.set('ACCABUILDBOTCODEEXAMPLE', 'Active').set('ACCABUILDBOTBEDRKEXAMPLE', 'Active');
  account.credentials.set('ACCABUILDBOTOLDAEXAMPLE', 'Expired');
  for (const name of ['one', 'two', 'three']) account.policies.User.set(name, SMALL);
});

async function planned(action: string, target: Record<string, string>) {
  return makePlan(actionNamed(action), { target, account: '111111111111', incident }, account);
}

const CASES: [string, Record<string, string>][] = [
  ['deactivate-access-key', { user: 'build-bot', key: KEY }],
  ['deny-user', { user: 'build-bot' }],
  ['deactivate-user-access-keys', { user: 'build-bot' }],
  ['deactivate-service-specific-credentials', { user: 'build-bot' }],
  ['remove-login-profile', { user: 'build-bot' }],
  ['revoke-user-sessions', { user: 'build-bot' }],
  ['deny-federated-user', { user: 'build-bot', federated_user: 'visitor' }],
  ['cut-trust', { role: 'Deployer', keep: 'nobody' }],
  ['revoke-role-sessions', { role: 'Deployer' }],
  ['deny-session', { role: 'Deployer', session: 'intruder' }],
  ['deny-source-identity', { role: 'Deployer', source_identity: 'mallory' }],
  [
    'deny-instance-credentials',
    { role: 'Deployer', instance: 'arn:aws:ec2:eu-central-1:111111111111:instance/i-0123456789abcdef0' },
  ],
];
const ON_ROLES = CASES.filter(([, { role }]) => role !== undefined);

test('there is a case for every action', () => {
  expect(CASES.map(([name]) => name).sort()).toEqual(ACTIONS.map(({ name }) => name).sort());
});

test.each(CASES.filter(([name]) => name !== 'remove-login-profile'))(
  '%s: plan changes nothing, apply is what was planned, undo restores',
  async (action, target) => {
    const untouched = settingsOf(account);
    const plan = planAt(actionNamed(action), await planned(action, target), { incident, at });
    expect(settingsOf(account)).toEqual(untouched);
    expect(account.calls.filter(({ operation }) => /^(Put|Update|Delete)/.test(operation))).toEqual([]);

    await applyPlan(plan, account, silent);
    expect(await compareState(actionNamed(action), plan, incident, account)).toMatchObject({ at: 'after' });
    expect(settingsOf(account)).not.toEqual(untouched);

    expect(await undoPlan(actionNamed(action), plan, account, silent, undoing)).toEqual(plan.before);
    expect(settingsOf(account)).toEqual(untouched);
  },
);

test.each(CASES)(
  '%s: the plan is the same whether AWS or the AWS CLI answers, and names its permissions',
  async (action, target) => {
    account.policies.Role.set('AWSRevokeOlderSessions', OLDER);
    const fromApi = await planned(action, target);
    account.documents = 'objects';
    expect(await planned(action, target)).toEqual(fromApi);
    const used = new Set(account.calls.map(operationName));
    expect([...used].filter((name) => !fromApi.permissions.includes(name))).toEqual([]);
  },
);

test('revoke-role-sessions cuts off 30 seconds after the approval, in UTC, under the hash that was approved', async () => {
  const shown = await planned('revoke-role-sessions', { role: 'Deployer' });
  const exact = planAt(actionNamed('revoke-role-sessions'), shown, { incident, at });
  expect(JSON.stringify(shown.after)).toContain('<time of approval + 30 s>');
  expect(JSON.stringify(exact.calls)).toContain('2026-09-14T09:30:30.000Z');
  expect(exact.hash).toBe(shown.hash);
});

test('revoke-role-sessions puts an older cut-off back instead of deleting it', async () => {
  account.policies.Role.set('AWSRevokeOlderSessions', OLDER);
  const plan = planAt(
    actionNamed('revoke-role-sessions'),
    await planned('revoke-role-sessions', { role: 'Deployer' }),
    { incident, at },
  );
  await applyPlan(plan, account, silent);
  await undoPlan(actionNamed('revoke-role-sessions'), plan, account, silent, undoing);
  expect(account.policies.Role.get('AWSRevokeOlderSessions')).toBe(OLDER);
});

test.each(
  ON_ROLES.flatMap(([action, target]) => [
    [action, target, '/aws-service-role/guardduty.amazonaws.com/', 'service-linked role'] as const,
    [action, target, '/aws-reserved/sso.amazonaws.com/eu-west-1/', 'Identity Center'] as const,
    [action, { ...target, role: 'AWSReservedSSO_Admin_0123456789abcdef' }, '/', 'Identity Center'] as const,
  ]),
)('%s refuses %j below %s', async (action, target, path, reason) => {
  account.rolePath = path;
  await expect(planned(action, target)).rejects.toThrow(reason);
});

test.each(CASES.filter(([name]) => /^(?:revoke|deny)-(?!user)/.test(name)))(
  '%s says before the call that the quota is full',
  async (action, target) => {
    account.policies.User.set('large', `{"Statement":"${'x'.repeat(1_800)}"}`);
    account.policies.Role.set('large', `{"Statement":"${'x'.repeat(10_150)}"}`);
    await expect(planned(action, target)).rejects.toMatchObject({ name: 'QuotaExceeded' });
  },
);

test.each(['Pacific/Kiritimati', 'America/Los_Angeles'])(
  'the cut-off is in UTC where the clock is that of %s',
  async (zone) => {
    vi.stubEnv('TZ', zone);
    for (const [action, target] of CASES.filter(([name]) => name.startsWith('revoke-'))) {
      const plan = planAt(actionNamed(action), await planned(action, target), { incident, at });
      expect(JSON.stringify(plan.calls)).toContain('2026-09-14T09:30:30.000Z');
      expect(plan.cutOff).toBe('2026-09-14T09:30:30.000Z');
    }
  },
);

test('what is created carries the incident in its name, and two denies on one role have two names', async () => {
  const names = new Set<string>();
  for (const [action, target] of CASES) {
    const { calls } = await planned(action, target);
    for (const { input } of calls) if ('PolicyDocument' in input) names.add(String(input['PolicyName']));
  }
  const other = await planned('deny-session', { role: 'Deployer', session: 'another' });
  names.add(String(other.calls[0]?.input['PolicyName']));
  // Left over: what IAM's console names itself, and a trust policy, which has no name.
  const strange = [...names].filter((name) => !name.startsWith(`firebreak-${incident}-`));
  expect(strange.sort()).toEqual(['AWSRevokeOlderSessions', 'undefined']);
  expect(names.size).toBe(9);
});

test('what is so already needs no call, and undoing it none', async () => {
  account.keys.set(KEY, 'Inactive');
  expect((await planned('deactivate-user-access-keys', { user: 'build-bot' })).calls).toEqual([]);
  const plan = await planned('deactivate-access-key', { user: 'build-bot', key: KEY });
  expect([plan.calls, plan.undo]).toEqual([[], []]);
});

test('deactivate-access-key knows keys that are not of this user, and temporary ones', async () => {
  await expect(
    planned('deactivate-access-key', { user: 'build-bot', key: 'AKIARTXV5AHDSEXAMPLE' }),
  ).rejects.toThrow('has no such key');
  await expect(
    planned('deactivate-access-key', { user: 'build-bot', key: 'ASIARTXV5AHDQEXAMPLE' }),
  ).rejects.toThrow('temporary keys have no status');
});

test.each<[Record<string, string>, string]>([
  [{}, '"user" is missing'],
  [{ user: 'a b' }, '"user" cannot be "a b"'],
  [{ user: '../x' }, '"user" cannot be'],
])('a target of the wrong form is refused before anything is called: %j', async (target, message) => {
  await expect(planned('deny-user', target)).rejects.toThrow(message);
  expect(account.calls).toEqual([]);
});

test('undo leaves alone what somebody changed since, and needs force to bring a compromised key back', async () => {
  const action = actionNamed('deactivate-access-key');
  const plan = await planned('deactivate-access-key', { user: 'build-bot', key: KEY });
  await applyPlan(plan, account, silent);
  await expect(undoPlan(action, plan, account, silent, { ...undoing, force: false })).rejects.toMatchObject({
    name: 'UndoNeedsForce',
  });
  account.keys.set(KEY, 'Expired');
  await expect(undoPlan(action, plan, account, silent, undoing)).rejects.toMatchObject({
    name: 'StateChanged',
  });
  expect(account.keys.get(KEY)).toBe('Expired');
});
