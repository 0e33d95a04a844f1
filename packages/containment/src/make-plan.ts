import { type Api, OPERATIONS, operationName } from '@firebreak/aws';
import type { Action, ActionContext, Change, Target } from './action.ts';
import { canonicalHash } from './canonical.ts';
import { TargetInvalid } from './errors.ts';
import type { Plan, State } from './plan.ts';

/** How long a change takes to spread, in seconds; sessions issued meanwhile are revoked too, as the IAM console does. */
const SPREADING = 30;

export interface PlanRequest {
  readonly target: Target;
  readonly account: string;
  readonly incident: string;
  /** Seconds from the approval to the cut-off: longer for a person, who takes a while to run the call. */
  readonly cutOffAfter?: number;
}

/**
 * Reads the state and plans the change as it is shown for approval. A moment that is only known when the plan is
 * approved stands in it as words; {@link planAt} puts it in.
 *
 * @throws {ContainmentProblem} when the target is wrong or cannot be contained this way.
 * @throws {AwsProblem} when the state cannot be read.
 */
export async function makePlan(action: Action, request: PlanRequest, api: Api): Promise<Plan> {
  checkTarget(action, request.target);
  const context: ActionContext = {
    ...request,
    issuedBefore: `<time of approval + ${request.cutOffAfter ?? SPREADING} s>`,
  };
  const { state, noted, otherInlineSize = 0 } = await action.read(request.target, api, context);
  const plan = planFrom(action, request, state, withNoted(context, noted));
  if (plan.calls.length > 0) action.checkQuota?.(request.target, otherInlineSize);
  return plan;
}

export interface Approval {
  readonly incident: string;
  readonly at: Date;
  readonly cutOffAfter?: number;
}

/** The same plan with the exact documents for an approval at a moment. Its hash is the one that was approved. */
export function planAt(
  action: Action,
  plan: Plan,
  { incident, at, cutOffAfter = SPREADING }: Approval,
): Plan {
  const issuedBefore = new Date(at.getTime() + cutOffAfter * 1_000).toISOString();
  const request = { target: plan.target, account: plan.account, incident };
  const context = withNoted({ ...request, issuedBefore }, plan.noted);
  return { ...planFrom(action, request, plan.before, context), hash: plan.hash };
}

function withNoted(context: ActionContext, noted: State | undefined): ActionContext {
  return noted === undefined ? context : { ...context, noted };
}

function planFrom(
  action: Action,
  { target, account }: PlanRequest,
  before: State,
  context: ActionContext,
): Plan {
  const { reads = action.reads, ...change }: Change = action.change(target, before, context);
  const changing = [...change.calls, ...change.undo].map(operationName);
  const permissions = changing.map((name) => OPERATIONS[name]?.permission ?? name);
  const plan = {
    action: action.name,
    target,
    account,
    before,
    ...(context.noted === undefined ? {} : { noted: context.noted }),
    ...change,
    permissions: [...new Set([...reads, ...permissions])].sort(),
  };
  return { ...plan, hash: canonicalHash(plan) };
}

function checkTarget(action: Action, target: Target): void {
  for (const [name, { description, pattern }] of Object.entries(action.target)) {
    const value = target[name];
    if (value !== undefined && pattern.test(value)) continue;
    throw new TargetInvalid(
      `Cannot plan ${action.name}: "${name}" ${value === undefined || value === '' ? 'is missing' : `cannot be ${JSON.stringify(value)}`}`,
      { remedy: `Give the ${description}.` },
    );
  }
}
