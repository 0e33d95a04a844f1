export type { Action, ActionContext, Change, Target, TargetField } from './action.ts';
export { ACTIONS, actionNamed } from './actions.ts';
export { applyPlan, type CallRecorder, sendCalls } from './apply-plan.ts';
export { canonical, canonicalHash } from './canonical.ts';
export { compareState, type Standing } from './compare-state.ts';
export {
  ActionUnknown,
  CannotBeUndone,
  ContainmentProblem,
  QuotaExceeded,
  StateChanged,
  TargetInvalid,
  UndoNeedsForce,
} from './errors.ts';
export { type Approval, makePlan, type PlanRequest, planAt } from './make-plan.ts';
export type { Plan, State } from './plan.ts';
export { roleOfInstanceProfile } from './read/role-of-instance-profile.ts';
export { type UndoOptions, undoPlan } from './undo-plan.ts';
