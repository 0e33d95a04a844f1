import { operationName } from '@firebreak/aws';
import { beforeEach, expect, test } from 'vitest';
import { actionNamed } from './actions.ts';
import { applyPlan, type CallRecorder } from './apply-plan.ts';
import { compareState } from './compare-state.ts';
import { makePlan, planAt } from './make-plan.ts';
import { type FakeAccount, fakeAccount } from './testing/fake-account.ts';
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
  account.keys.set(KEY, 'Active');
  for (const name of ['one', 'two', 'three']) account.policies.User.set(name, SMALL);
});

function stateOf({ keys, policies }: FakeAccount) {
  return structuredClone({ keys, policies });
}

async function planned(action: string, target: Record<string, string>) {
  return makePlan(actionNamed(action), { target, account: '111111111111', incident }, account);
}

const CASES: [string, Record<string, string>][] = [
  ['deactivate-access-key', { user: 'build-bot', key: KEY }],
  ['deny-user', { user: 'build-bot' }],
  ['revoke-role-sessions', { role: 'Deployer' }],
];

test.each(CASES)(
  '%s: plan changes nothing, apply is what was planned, undo restores',
  async (action, target) => {
    const untouched = stateOf(account);
    const plan = planAt(actionNamed(action), await planned(action, target), { incident, at });
    expect(stateOf(account)).toEqual(untouched);
    expect(account.calls.filter(({ operation }) => /^(Put|Update|Delete)/.test(operation))).toEqual([]);

    await applyPlan(plan, account, silent);
    expect(await compareState(actionNamed(action), plan, incident, account)).toMatchObject({ at: 'after' });
    expect(stateOf(account)).not.toEqual(untouched);

    expect(await undoPlan(actionNamed(action), plan, account, silent, undoing)).toEqual(plan.before);
    expect(stateOf(account)).toEqual(untouched);
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

test.each([
  ['/aws-service-role/guardduty.amazonaws.com/', 'service-linked role'],
  ['/aws-reserved/sso.amazonaws.com/eu-west-1/', 'Identity Center'],
])('revoke-role-sessions refuses a role below %s', async (path, reason) => {
  account.rolePath = path;
  await expect(planned('revoke-role-sessions', { role: 'Deployer' })).rejects.toThrow(reason);
});

test('deny-user says before the call that the quota is full', async () => {
  account.policies.User.set('large', `{"Statement":"${'x'.repeat(1_800)}"}`);
  await expect(planned('deny-user', { user: 'build-bot' })).rejects.toMatchObject({ name: 'QuotaExceeded' });
});

test('what is so already needs no call, and undoing it none', async () => {
  account.keys.set(KEY, 'Inactive');
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
