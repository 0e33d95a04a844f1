export type { Action, ActionContext, Change, Target, TargetField } from './action.ts';
export { ACTIONS, actionNamed } from './actions.ts';
export type {
  Advice,
  AdviceStep,
  NextQuery,
  OpenQuestion,
  Recognised,
  Refusal,
} from './advice/advice.ts';
export type {
  AdviceFinding,
  AdviceIdentity,
  AdviceInput,
  AdviceLineage,
} from './advice/advice-input.ts';
export type { AdviceRecord, PersistenceCheck, RecordAction } from './advice/advice-record.ts';
export { advise } from './advice/advise.ts';
export { READY_POLICIES, type ReadyPolicy } from './advice/ready-policies.ts';
export {
  ADVICE_RECORD_SCHEMA,
  PERSISTENCE_SCHEMA,
  READY_POLICIES_SCHEMA,
} from './advice/record-schema.ts';
export { ADVICE_RECORDS, PERSISTENCE_CHECKS } from './advice/records.ts';
export { applyPlan, type CallRecorder, sendCalls } from './apply-plan.ts';
export { canonical, canonicalHash } from './canonical.ts';
export { compareState, type Standing } from './compare-state.ts';
export {
  ActionUnknown,
  AdviceImpossible,
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
