import { type ApiCall, operationName } from '@firebreak/aws';
import type { Plan } from '@firebreak/containment';
import { type SafeText, safeText } from '@firebreak/untrusted';
import { type DiffLine, jsonDiff } from '../text/json-diff.ts';

export interface CallView {
  readonly name: SafeText;
  readonly account: SafeText;
  readonly input: readonly SafeText[];
}

/** A plan with every text made safe and its two states compared. */
export interface PlanView {
  readonly title: SafeText;
  readonly account: SafeText;
  readonly target: readonly SafeText[];
  readonly diff: readonly { readonly sign: DiffLine['sign']; readonly text: SafeText }[];
  readonly calls: readonly CallView[];
  readonly undo: readonly CallView[];
  readonly undoNeedsForce: SafeText | undefined;
  readonly stops: readonly SafeText[];
  readonly doesNotStop: readonly SafeText[];
  readonly cannotBeUndone: readonly SafeText[];
  readonly hash: SafeText;
}

export function planView(plan: Plan): PlanView {
  return {
    title: safeText(plan.title),
    account: safeText(plan.account),
    target: Object.entries(plan.target).map(([name, value]) => safeText(`${name}: ${value}`)),
    diff: jsonDiff(plan.before, plan.after).map(({ sign, text }) => ({ sign, text: safeText(text) })),
    calls: plan.calls.map(callView),
    undo: plan.undo.map(callView),
    undoNeedsForce: plan.undoNeedsForce === undefined ? undefined : safeText(plan.undoNeedsForce),
    stops: plan.stops.map((text) => safeText(text)),
    doesNotStop: plan.doesNotStop.map((text) => safeText(text)),
    cannotBeUndone: (plan.cannotBeUndone ?? []).map((text) => safeText(text)),
    hash: safeText(plan.hash),
  };
}

function callView(call: ApiCall): CallView {
  return {
    name: safeText(operationName(call)),
    account: safeText(call.account),
    input: JSON.stringify(call.input, null, 2)
      .split('\n')
      .map((text) => safeText(text)),
  };
}
