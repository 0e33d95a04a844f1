import { describe, expect, test } from 'vitest';
import { actionsSuite } from '../containment/actions-suite.ts';
import { apiOf } from '../containment/room.ts';
import { iamCall, motoRoom, NOT_IN_MOTO } from './moto-iam.ts';
import { motoUrl } from './moto-room.ts';

// test/containment.test.ts runs the same in the simulated organisation, with what moto does not have.
describe.skipIf(motoUrl() === null)('actions, as moto has IAM', () => {
  actionsSuite({ open: motoRoom, lacks: NOT_IN_MOTO });

  test.each(NOT_IN_MOTO)('moto still does not have %s', async (operation) => {
    await motoRoom();
    await expect(iamCall(operation, { UserName: 'build-bot' })).rejects.toThrow(`refused ${operation}: 500`);
  });

  test('whoever is signed in elsewhere changes nothing', async () => {
    const { api } = await apiOf(await motoRoom());
    const call = {
      service: 'iam',
      operation: 'DeleteLoginProfile',
      input: { UserName: 'build-bot' },
    } as const;
    await expect(api.call({ ...call, account: '111111111111' })).rejects.toThrow(
      'meant for account 111111111111',
    );
    expect(await iamCall('GetLoginProfile', { UserName: 'build-bot' })).toContain('build-bot');
  });
});
