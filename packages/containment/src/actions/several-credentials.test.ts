import { beforeEach, expect, test } from 'vitest';
import { actionNamed } from '../actions.ts';
import { applyPlan, type CallRecorder, sendCalls } from '../apply-plan.ts';
import { compareState } from '../compare-state.ts';
import { makePlan } from '../make-plan.ts';
import { type FakeAccount, fakeAccount } from '../testing/fake-account.ts';
import { undoPlan } from '../undo-plan.ts';

const incident = '20260914T093000Z-leaked-key';
const FIRST = 'AKIARTXV5AHDQEXAMPLE';
const SECOND = 'AKIARTXV5AHDREXAMPLE';
const silent: CallRecorder = {
  intended: async () => undefined,
  returned: async () => undefined,
  failed: async () => undefined,
};
const undoing = { incident, force: true, onApproved: async () => undefined };
const action = actionNamed('deactivate-user-access-keys');

let account: FakeAccount;
beforeEach(() => {
  account = fakeAccount();
  account.keys.set(FIRST, 'Active').set(SECOND, 'Active');
});

function planned(name = action.name, user = 'build-bot') {
  return makePlan(actionNamed(name), { target: { user }, account: '111111111111', incident }, account);
}

test('undoing activates only the keys that were active, and needs force', async () => {
  account.keys.set(SECOND, 'Inactive');
  const plan = await planned();
  expect(plan.stops).toEqual([`Every call that is signed with ${FIRST}.`]);
  await applyPlan(plan, account, silent);
  await expect(undoPlan(action, plan, account, silent, { ...undoing, force: false })).rejects.toMatchObject({
    name: 'UndoNeedsForce',
  });
  await undoPlan(action, plan, account, silent, undoing);
  expect([...account.keys]).toEqual([
    [FIRST, 'Active'],
    [SECOND, 'Inactive'],
  ]);
});

test('a plan that took effect in part stands between its states, and is undone whole', async () => {
  const plan = await planned();
  await sendCalls(plan.calls.slice(0, 1), account, silent);
  expect(await compareState(action, plan, incident, account)).toMatchObject({ at: 'partly' });
  expect(await undoPlan(action, plan, account, silent, undoing)).toEqual(plan.before);
  expect(new Set(account.keys.values())).toEqual(new Set(['Active']));
});

test('a key that is made meanwhile is no part of it', async () => {
  const plan = await planned();
  await sendCalls(plan.calls.slice(0, 1), account, silent);
  account.keys.delete(SECOND);
  expect(await compareState(action, plan, incident, account)).toMatchObject({ at: 'changed' });
  account.keys.set(SECOND, 'Expired');
  expect(await compareState(action, plan, incident, account)).toMatchObject({ at: 'changed' });
});

test('service-specific credentials that are no longer active are left alone', async () => {
  account.credentials.set('ACCABUILDBOTCODEEXAMPLE', 'Active').set('ACCABUILDBOTOLDAEXAMPLE', 'Expired');
  const plan = await planned('deactivate-service-specific-credentials');
  await applyPlan(plan, account, silent);
  expect([...account.credentials.values()]).toEqual(['Inactive', 'Expired']);
  expect(plan.undo.map(({ input }) => input['ServiceSpecificCredentialId'])).toEqual([
    'ACCABUILDBOTCODEEXAMPLE',
  ]);
});
