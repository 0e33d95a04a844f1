import type { Api } from '@firebreak/aws';
import type { Action } from './action.ts';
import { canonical } from './canonical.ts';
import type { Plan, State } from './plan.ts';

/**
 * Where AWS stands between a plan's two states. `partly`: some of its calls took effect and some did not. `changed`:
 * none of these, so somebody else was here.
 */
export interface Standing {
  readonly at: 'before' | 'partly' | 'after' | 'changed';
  readonly observed: State;
}

/** Reads the state again and says where it stands. */
export async function compareState(
  action: Action,
  plan: Plan,
  incident: string,
  api: Api,
): Promise<Standing> {
  const context = { incident, account: plan.account, issuedBefore: '', after: plan.after };
  const { state: observed } = await action.read(plan.target, api, context);
  // A plan that changes nothing stands in both states; that it holds is what matters.
  if (same(observed, plan.after)) return { at: 'after', observed };
  if (same(observed, plan.before)) return { at: 'before', observed };
  const partly = plan.calls.length > 1 && isBetween(observed, plan.before, plan.after);
  return { at: partly ? 'partly' : 'changed', observed };
}

/** Whether each part is as it was before, or as it is after. */
function isBetween(observed: State, before: State, after: State): boolean {
  if (same(observed, before) || same(observed, after)) return true;
  if (!isObject(observed) || !isObject(before) || !isObject(after)) return false;
  const names = Object.keys(observed);
  if (!same(names.sort(), Object.keys(before).sort())) return false;
  return names.every((name) => isBetween(observed[name] ?? null, before[name] ?? null, after[name] ?? null));
}

function isObject(state: State): state is { readonly [key: string]: State } {
  return typeof state === 'object' && state !== null && !Array.isArray(state);
}

function same(a: State, b: State): boolean {
  return canonical(a) === canonical(b);
}
