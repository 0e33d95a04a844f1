import type { Api } from '@firebreak/aws';
import type { Action } from './action.ts';
import { type CallRecorder, sendCalls } from './apply-plan.ts';
import { compareState } from './compare-state.ts';
import { CannotBeUndone, StateChanged, UndoNeedsForce } from './errors.ts';
import type { Plan, State } from './plan.ts';

export interface UndoOptions {
  readonly incident: string;
  /** Undo even what brings a danger back, such as activating the compromised key. */
  readonly force: boolean;
  /** Written down once it is certain that something has to be sent. */
  readonly onApproved: () => Promise<void>;
}

/**
 * Puts back the state from before a plan, and reads it back. What is already so is left alone; what somebody else
 * changed since is not touched.
 *
 * @returns the state that was read at the end, equal to `plan.before`.
 * @throws {CannotBeUndone} when what was lost is lost for good, and a person has to replace it.
 * @throws {UndoNeedsForce} when the plan says so and it was not forced.
 * @throws {StateChanged} when the state is not the one that the plan left.
 */
export async function undoPlan(
  action: Action,
  plan: Plan,
  api: Api,
  recorder: CallRecorder,
  options: UndoOptions,
): Promise<State> {
  if (plan.undoNeedsForce !== undefined && plan.undo.length > 0 && !options.force) {
    throw new UndoNeedsForce(`Cannot undo "${plan.title}": ${plan.undoNeedsForce}`, {
      remedy: 'Leave it, or force it once it is known to be safe.',
    });
  }
  const standing = await compareState(action, plan, options.incident, api);
  if (standing.at === 'before') return standing.observed;
  if (plan.undo.length === 0 && plan.cannotBeUndone !== undefined) throw lostForGood(plan);
  if (standing.at === 'changed' || plan.undo.length === 0) throw changedSince(plan);
  await options.onApproved();
  await sendCalls(plan.undo, api, recorder);
  const result = await compareState(action, plan, options.incident, api);
  if (result.at === 'before') return result.observed;
  throw changedSince(plan);
}

function changedSince(plan: Plan): StateChanged {
  return new StateChanged(`Cannot undo "${plan.title}": the state is not the one that it left`, {
    remedy: 'Somebody changed it since. Compare it with the journal, and put it right by hand.',
  });
}

function lostForGood({
  title,
  cannotBeUndone: [why = 'it is lost for good', remedy] = [],
}: Plan): CannotBeUndone {
  return new CannotBeUndone(`Cannot undo "${title}": ${why}`, { remedy: remedy ?? 'Replace it by hand.' });
}
