import { beforeEach, expect, test } from 'vitest';
import { applyPlan, type CallRecorder } from '../apply-plan.ts';
import { compareState } from '../compare-state.ts';
import { makePlan } from '../make-plan.ts';
import { type FakeAccount, fakeAccount } from '../testing/fake-account.ts';
import { undoPlan } from '../undo-plan.ts';
import { cutTrust } from './cut-trust.ts';

const incident = '20260914T093000Z-leaked-key';
const ALICE = 'arn:aws:iam::111111111111:user/alice';
const PARTNER = 'arn:aws:iam::222222222222:role/Partner';
const silent: CallRecorder = {
  intended: async () => undefined,
  returned: async () => undefined,
  failed: async () => undefined,
};
const undoing = { incident, force: true, onApproved: async () => undefined };

let account: FakeAccount;
beforeEach(() => {
  account = fakeAccount();
  account.trust = trusting(ALICE, PARTNER);
});

function trusting(...AWS: string[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole' }],
  });
}

function planned(keep: string) {
  const target = { role: 'Deployer', keep };
  return makePlan(cutTrust, { target, account: '111111111111', incident }, account);
}

test('what IAM makes of the order of principals is neither a change nor a failure', async () => {
  const plan = await planned('nobody');
  account.trust = trusting(PARTNER, ALICE);
  expect((await planned('nobody')).hash).toBe(plan.hash);
  await applyPlan(plan, account, silent);
  expect(await compareState(cutTrust, plan, incident, account)).toMatchObject({ at: 'after' });
  await undoPlan(cutTrust, plan, account, silent, undoing);
  expect(account.trust).toBe(trusting(ALICE, PARTNER));
});

test('undoing needs force, for it brings back what an intruder put in', async () => {
  const plan = await planned(ALICE);
  await applyPlan(plan, account, silent);
  await expect(undoPlan(cutTrust, plan, account, silent, { ...undoing, force: false })).rejects.toMatchObject(
    {
      name: 'UndoNeedsForce',
    },
  );
});

test('a policy that names an id that is gone cannot be put back, and it says so first', async () => {
  account.trust = trusting(ALICE, 'AROAGONEGONEGOEXAMPLE');
  const plan = await planned(ALICE);
  expect(plan.undo).toEqual([]);
  expect(plan.cannotBeUndone?.[0]).toContain('AROAGONEGONEGOEXAMPLE, which is gone');
  await applyPlan(plan, account, silent);
  await expect(undoPlan(cutTrust, plan, account, silent, undoing)).rejects.toMatchObject({
    name: 'CannotBeUndone',
  });
});

test.each([
  ['arn:aws:iam::333333333333:root', 'it does not trust arn:aws:iam::333333333333:root'],
  ['*', '"keep" cannot be "*"'],
  ['', '"keep" is missing'],
])('keeping %j is refused', async (keep, message) => {
  await expect(planned(keep)).rejects.toThrow(message);
});
