import type { Api } from '@firebreak/aws';
import type { Action } from './action.ts';
import { canonical } from './canonical.ts';
import type { Plan, State } from './plan.ts';

/** Where AWS stands between a plan's two states. `changed`: in neither, so somebody else was here. */
export interface Standing {
  readonly at: 'before' | 'after' | 'changed';
  readonly observed: State;
}

/** Reads the state again and says where it stands. */
export async function compareState(
  action: Action,
  plan: Plan,
  incident: string,
  api: Api,
): Promise<Standing> {
  const context = { incident, account: plan.account, issuedBefore: '' };
  const { state: observed } = await action.read(plan.target, api, context);
  const now = canonical(observed);
  // A plan that changes nothing stands in both states; that it holds is what matters.
  if (now === canonical(plan.after)) return { at: 'after', observed };
  return { at: now === canonical(plan.before) ? 'before' : 'changed', observed };
}
