import { NotFound } from '@firebreak/aws';
import { beforeEach, expect, test } from 'vitest';
import { applyPlan, type CallRecorder } from '../apply-plan.ts';
import { compareState } from '../compare-state.ts';
import { makePlan, planAt } from '../make-plan.ts';
import { type FakeAccount, fakeAccount } from '../testing/fake-account.ts';
import { undoPlan } from '../undo-plan.ts';
import { removeLoginProfile } from './remove-login-profile.ts';

const incident = '20260914T093000Z-leaked-key';
const DEVICE = 'arn:aws:iam::111111111111:mfa/build-bot';
const silent: CallRecorder = {
  intended: async () => undefined,
  returned: async () => undefined,
  failed: async () => undefined,
};
const undoing = { incident, force: true, onApproved: async () => undefined };

let account: FakeAccount;
beforeEach(() => {
  account = fakeAccount();
  account.password = '2026-01-01T00:00:00.000Z';
  account.mfaDevices.push(DEVICE);
});

function planned() {
  const request = { target: { user: 'build-bot' }, account: '111111111111', incident };
  return makePlan(removeLoginProfile, request, account);
}

test('it says before the approval that the password is lost, and what becomes of MFA devices', async () => {
  const plan = await planned();
  expect(plan.undo).toEqual([]);
  expect(plan.cannotBeUndone?.[0]).toContain('nobody can put it back');
  expect(plan.cannotBeUndone?.join(' ')).toContain('Consider deny-user instead');
  expect(plan.doesNotStop.join(' ')).toContain(`they are not touched, and stay with build-bot: ${DEVICE}`);
  expect(planAt(removeLoginProfile, plan, { incident, at: new Date(0) })).toEqual(plan);
});

test('the approval covers when the password was set, and the devices', async () => {
  const { hash } = await planned();
  account.mfaDevices.push('arn:aws:iam::111111111111:mfa/mallory');
  const second = await planned();
  expect(second.hash).not.toBe(hash);
  account.password = '2026-09-14T09:00:00+00:00';
  expect((await planned()).hash).not.toBe(second.hash);
});

test('once it is gone, a device more or less is no change of it', async () => {
  const plan = await planned();
  await applyPlan(plan, account, silent);
  account.mfaDevices.length = 0;
  expect(await compareState(removeLoginProfile, plan, incident, account)).toMatchObject({ at: 'after' });
});

test('undoing says what a person has to do, and takes a new password for the old state', async () => {
  const plan = await planned();
  await applyPlan(plan, account, silent);
  await expect(undoPlan(removeLoginProfile, plan, account, silent, undoing)).rejects.toMatchObject({
    name: 'CannotBeUndone',
    remedy: expect.stringContaining('aws iam create-login-profile --user-name build-bot'),
  });
  account.password = '2026-09-15T09:00:00.000Z';
  expect(await undoPlan(removeLoginProfile, plan, account, silent, undoing)).toEqual(plan.before);
});

test('a user without a password has nothing to lose', async () => {
  account.password = null;
  const plan = await planned();
  expect([plan.calls, plan.cannotBeUndone]).toEqual([[], undefined]);
});

test('a user who is not there is no user without a password', async () => {
  const call = account.call;
  const gone = new NotFound('Cannot call: no such user', { remedy: 'Check the name.' });
  account.call = (sent) => (sent.operation === 'ListMFADevices' ? Promise.reject(gone) : call(sent));
  account.password = null;
  await expect(planned()).rejects.toBe(gone);
});
