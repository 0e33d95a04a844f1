import type { Plan } from '@firebreak/containment';
import type { ContainmentApproved, IncidentEvent, IncidentOpened, Outcome } from './event.ts';

/** Where a containment stands. */
export type ContainmentStatus = 'planned' | 'approved' | 'proven' | 'unproven' | 'undone';

export interface ContainmentState {
  readonly id: string;
  /**
   * The plan as it was last shown or, once approved, as it is applied. When it is applied again, `before` and `undo`
   * stay those of the first time: that is the state to go back to.
   */
  readonly plan: Plan;
  readonly status: ContainmentStatus;
  /** Who approved it, and how; absent before that. */
  readonly approval: Pick<ContainmentApproved, 'by' | 'how'> | undefined;
  /** Whether the step that it belongs to has ended since. While it has not, a resumed run takes it up again. */
  readonly stepEnded: boolean;
}

export type StepStatus = 'entered' | 'succeeded' | 'skipped' | 'failed';

/** What an incident's journal adds up to. */
export interface IncidentState {
  readonly opened: IncidentOpened | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly steps: ReadonlyMap<string, StepStatus>;
  /** The step that the last finished step leads to, when it is not the one that follows. */
  readonly next: string | undefined;
  readonly lastStep: string | undefined;
  /** In the order in which they were planned. */
  readonly containments: ReadonlyMap<string, ContainmentState>;
  readonly evidenceCount: number;
  readonly outcome: Outcome | undefined;
}

export const NOTHING_YET: IncidentState = {
  opened: undefined,
  variables: {},
  steps: new Map(),
  next: undefined,
  lastStep: undefined,
  containments: new Map(),
  evidenceCount: 0,
  outcome: undefined,
};

/** The incident's state after one more event; pure. */
export function reduce(state: IncidentState, event: IncidentEvent): IncidentState {
  switch (event.type) {
    case 'incident.opened':
      return { ...state, opened: event };
    case 'incident.closed':
      return { ...state, outcome: event.outcome };
    case 'evidence.stored':
      return { ...state, evidenceCount: state.evidenceCount + 1 };
    case 'variable.set':
      return { ...state, variables: { ...state.variables, [event.name]: event.value } };
    case 'step.entered':
      return { ...withStep(state, event.step, 'entered'), next: undefined };
    case 'step.succeeded':
      return { ...withStep(withStepEnded(state, event.step), event.step, 'succeeded'), next: event.next };
    case 'step.skipped':
      return { ...withStep(withStepEnded(state, event.step), event.step, 'skipped'), next: undefined };
    case 'step.failed':
      return withStep(state, event.step, 'failed');
    case 'containment.planned':
      return planned(state, event.step, event.plan);
    case 'containment.approved':
      return approved(state, event);
    case 'containment.proven':
      return withStatus(state, event.step, 'proven');
    case 'containment.unproven':
      return withStatus(state, event.step, 'unproven');
    case 'containment.undone':
      return withStatus(state, event.step, 'undone');
    default:
      return state;
  }
}

/** The state that a journal adds up to. */
export function incidentState(events: readonly IncidentEvent[]): IncidentState {
  return events.reduce(reduce, NOTHING_YET);
}

function withStep(state: IncidentState, step: string, status: StepStatus): IncidentState {
  return { ...state, lastStep: step, steps: new Map(state.steps).set(step, status) };
}

function withContainment(state: IncidentState, containment: ContainmentState): IncidentState {
  return { ...state, containments: new Map(state.containments).set(containment.id, containment) };
}

/** A new plan is only a proposal as long as an older one may be in effect. */
function planned(state: IncidentState, id: string, plan: Plan): IncidentState {
  const known = state.containments.get(id);
  const next: ContainmentState = isInEffect(known)
    ? { ...known, stepEnded: false }
    : { id, plan, status: 'planned', approval: undefined, stepEnded: false };
  return withContainment(state, next);
}

function approved(state: IncidentState, { step: id, plan, by, how }: ContainmentApproved): IncidentState {
  const known = state.containments.get(id);
  const first = isInEffect(known) ? { before: known.plan.before, undo: known.plan.undo } : {};
  const approval = { by, how };
  return withContainment(state, {
    id,
    plan: { ...plan, ...first },
    status: 'approved',
    approval,
    stepEnded: false,
  });
}

function isInEffect(containment: ContainmentState | undefined): containment is ContainmentState {
  return containment !== undefined && containment.status !== 'planned' && containment.status !== 'undone';
}

/** A step with several containments names them `step/account/target`. */
function withStepEnded(state: IncidentState, step: string): IncidentState {
  const containments = [...state.containments].map(([id, containment]) => {
    const ended = id === step || id.startsWith(`${step}/`);
    return [id, ended ? { ...containment, stepEnded: true } : containment] as const;
  });
  return { ...state, containments: new Map(containments) };
}

function withStatus(state: IncidentState, id: string, status: ContainmentStatus): IncidentState {
  const known = state.containments.get(id);
  return known === undefined ? state : withContainment(state, { ...known, status });
}
