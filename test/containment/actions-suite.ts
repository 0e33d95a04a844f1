import { expect, test } from 'vitest';
import {
  ACTIONS,
  actionNamed,
  applyPlan,
  type CallRecorder,
  compareState,
  makePlan,
  planAt,
  roleOfInstanceProfile,
  undoPlan,
} from '../../packages/containment/src/index.ts';
import { type ActionCase, actionCases } from './action-cases.ts';
import { apiOf, commandsOf, type Room } from './room.ts';

const incident = '20260914T093000Z-leaked-key';
const at = new Date('2026-09-14T09:30:00Z');
const silent: CallRecorder = {
  intended: async () => undefined,
  returned: async () => undefined,
  failed: async () => undefined,
};

export interface SuiteOptions {
  /** A fresh account for each test. */
  readonly open: () => Promise<Room>;
  /** Operations that the room does not have; actions that send them are left out. */
  readonly lacks?: readonly string[];
}

/** What must hold for every action, whatever stands behind the SDK's clients. */
export function actionsSuite({ open, lacks = [] }: SuiteOptions): void {
  const all = actionCases('111111111111', '');
  const within = ({ calls }: ActionCase) => !calls.some((operation) => lacks.includes(operation));
  const indices = all.map((_, index) => index).filter((index) => within(all[index] as ActionCase));
  const titled = indices.map((index) => [`${all[index]?.action}, ${all[index]?.what}`, index] as const);

  /** The room, one of its cases, and its plan. */
  async function planned(index: number) {
    const room = await open();
    const { api, account, send } = await apiOf(room);
    const keys = (await send('ListAccessKeys', { UserName: 'build-bot' }))['AccessKeyMetadata'] as {
      AccessKeyId: string;
      Status: string;
    }[];
    const active = keys.find(({ Status }) => Status === 'Active')?.AccessKeyId ?? '';
    const found = actionCases(account, active)[index] as ActionCase;
    const action = actionNamed(found.action);
    const before = await room.state();
    const commands = commandsOf(room);
    const plan = () => makePlan(action, { target: found.target, account, incident }, api);
    return { room, api, send, found, action, before, commands, plan };
  }

  test('there is a case for every action', () => {
    expect(new Set(all.map(({ action }) => action))).toEqual(new Set(ACTIONS.map(({ name }) => name)));
  });

  test.each(titled)('%s: it is planned, applied, proven, and undone to the character', async (_, index) => {
    const { room, api, found, action, before, commands, plan } = await planned(index);
    const shown = await plan();
    expect(commands.filter((name) => !/^(Get|List)/.test(name))).toEqual([]);
    expect(await room.state()).toEqual(before);
    expect(shown.calls.map(({ operation }) => operation)).toEqual(found.calls);

    const exact = planAt(action, shown, { incident, at });
    await applyPlan(exact, api, silent);
    expect(await compareState(action, exact, incident, api)).toEqual({ at: 'after', observed: exact.after });
    const contained = await room.state();
    expect(contained).not.toEqual(before);

    const again = applyPlan(exact, api, silent);
    if (action.repeatable) await again;
    else await expect(again).rejects.toMatchObject({ name: 'NotFound' });
    expect(await room.state()).toEqual(contained);

    const undone = undoPlan(action, exact, api, silent, {
      incident,
      force: true,
      onApproved: async () => undefined,
    });
    if (exact.cannotBeUndone === undefined) {
      expect(await undone).toEqual(exact.before);
      expect(await room.state()).toEqual(before);
    } else {
      await expect(undone).rejects.toMatchObject({ name: 'CannotBeUndone' });
      expect(await room.state()).toEqual(contained);
    }
    expect(commands.filter((name) => !exact.permissions.includes(`iam:${name}`))).toEqual([]);
  });

  test.each(titled)('%s: its approval is void once somebody changed what it is about', async (_, index) => {
    const { send, found, plan } = await planned(index);
    const shown = await plan();
    expect((await plan()).hash).toBe(shown.hash);
    await found.interfere(send, shown);
    expect((await plan()).hash).not.toBe(shown.hash);
  });

  test('the role behind an instance profile of another name, below a path', async () => {
    const { api, account } = await apiOf(await open());
    const arn = `arn:aws:iam::${account}:instance-profile/apps/web`;
    expect(await roleOfInstanceProfile(arn, api)).toBe('Deployer');
    await expect(roleOfInstanceProfile(arn.replace('/apps', ''), api)).rejects.toThrow('is now');
  });
}
