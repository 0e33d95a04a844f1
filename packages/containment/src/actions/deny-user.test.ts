import { beforeEach, expect, test } from 'vitest';
import { applyPlan, type CallRecorder } from '../apply-plan.ts';
import { compareState } from '../compare-state.ts';
import { makePlan } from '../make-plan.ts';
import { type FakeAccount, fakeAccount, settingsOf } from '../testing/fake-account.ts';
import { undoPlan } from '../undo-plan.ts';
import { denyUser } from './deny-user.ts';

const incident = '20260914T093000Z-leaked-key';
const DENY_ALL_OF_AWS = 'arn:aws:iam::aws:policy/AWSDenyAll';
const silent: CallRecorder = {
  intended: async () => undefined,
  returned: async () => undefined,
  failed: async () => undefined,
};

let account: FakeAccount;
beforeEach(() => {
  account = fakeAccount();
});

function fillInline(): void {
  account.policies.User.set('large', `{"Statement":"${'x'.repeat(1_950)}"}`);
}
function fillAttached(): void {
  for (let index = 0; index < 10; index++)
    account.attached.add(`arn:aws:iam::111111111111:policy/Team${index}`);
}
function planned() {
  return makePlan(denyUser, { target: { user: 'build-bot' }, account: '111111111111', incident }, account);
}

const WAYS: [string, string, () => void][] = [
  ['an inline policy', 'PutUserPolicy', () => undefined],
  ['AWSDenyAll, when the inline policies are full', 'AttachUserPolicy', fillInline],
  [
    'a first permissions boundary, when ten policies are attached',
    'PutUserPermissionsBoundary',
    () => {
      fillInline();
      fillAttached();
    },
  ],
  [
    'a permissions boundary in the place of another',
    'PutUserPermissionsBoundary',
    () => {
      fillInline();
      fillAttached();
      account.boundary = 'arn:aws:iam::111111111111:policy/Edge';
    },
  ],
];

test.each(WAYS)('it denies by %s, reads that back, and undoes it', async (_, operation, prepare) => {
  prepare();
  const untouched = settingsOf(account);
  const plan = await planned();
  expect(plan.calls.map((call) => call.operation)).toEqual([operation]);
  await applyPlan(plan, account, silent);
  // The room that there is now is not what there was: reading back looks where the plan looked.
  account.policies.User.delete('large');
  expect(await compareState(denyUser, plan, incident, account)).toMatchObject({ at: 'after' });
  if (untouched.policies.User.has('large')) fillInline();
  expect((await planned()).calls).toEqual([]);
  const options = { incident, force: false, onApproved: async () => undefined };
  expect(await undoPlan(denyUser, plan, account, silent, options)).toEqual(plan.before);
  expect(settingsOf(account)).toEqual(untouched);
});

test('each way asks for the permissions that it needs, and no others', async () => {
  expect((await planned()).permissions).toEqual([
    'iam:DeleteUserPolicy',
    'iam:GetUserPolicy',
    'iam:ListUserPolicies',
    'iam:PutUserPolicy',
  ]);
  fillInline();
  expect((await planned()).permissions).toEqual([
    'iam:AttachUserPolicy',
    'iam:DetachUserPolicy',
    'iam:GetUser',
    'iam:GetUserPolicy',
    'iam:ListAttachedUserPolicies',
    'iam:ListUserPolicies',
  ]);
});

test('it attaches a tenth policy, and not an eleventh', async () => {
  fillInline();
  fillAttached();
  account.attached.delete('arn:aws:iam::111111111111:policy/Team9');
  expect((await planned()).calls[0]?.input).toEqual({ UserName: 'build-bot', PolicyArn: DENY_ALL_OF_AWS });
});

test('when its inline policy is gone, that is no proof, however the user is denied besides', async () => {
  const plan = await planned();
  await applyPlan(plan, account, silent);
  account.policies.User.delete(`firebreak-${incident}-deny`);
  account.attached.add(DENY_ALL_OF_AWS);
  expect(await compareState(denyUser, plan, incident, account)).toMatchObject({ at: 'before' });
});
