import { closest } from '@firebreak/problem';
import { atStep, type LintContext } from './lint-context.ts';
import { type Step, stepKind } from './runbook.ts';

/** Rules about the way through a runbook: links, branches, and evidence before containment. */
export function lintFlow(context: LintContext): void {
  const { steps } = context.runbook;
  for (const step of steps) {
    lintLinks(context, step);
    if (stepKind(step) === 'decide') lintDecision(context, step);
  }
  lintReachable(context);
  const kinds = steps.map(stepKind);
  const firstContain = kinds.indexOf('contain');
  const contain = steps[firstContain];
  if (contain === undefined) return;
  if (!kinds.slice(0, firstContain).some((kind) => kind === 'query' || kind === 'trace')) {
    atStep(
      context,
      contain,
      'evidence-before-containment',
      'collect evidence (query or trace) before the first containment',
    );
  }
  const last = steps[kinds.lastIndexOf('contain')];
  if (last !== undefined && !kinds.slice(kinds.lastIndexOf('contain')).includes('verify')) {
    atStep(context, last, 'containment-without-verify', 'no verify step follows the last containment');
  }
}

function lintLinks({ runbook, messages }: LintContext, step: Step): void {
  const ids = runbook.steps.map(({ id }) => id);
  for (const { goto, line, column } of step.options) {
    if (ids.includes(goto)) continue;
    const meant = closest(goto, ids);
    const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
    messages.push({
      path: runbook.path,
      line,
      column,
      severity: 'error',
      message: `no step #${goto}${hint}`,
      rule: 'dead-link',
    });
  }
}

function lintDecision(context: LintContext, step: Step): void {
  if (step.options.length < 2) {
    atStep(context, step, 'decide-needs-two', 'a decision needs a list of at least two links to steps');
  } else if (!step.options.some(({ label }) => /not sure|unsure/i.test(label))) {
    const message = 'no option says "not sure"; a responder often is not';
    atStep(context, step, 'decide-without-unsure', message, 'warning');
  }
}

function lintReachable(context: LintContext): void {
  const { steps } = context.runbook;
  const linked = new Set(steps.flatMap(({ options }) => options.map(({ goto }) => goto)));
  for (const [index, step] of steps.entries()) {
    const before = steps[index - 1];
    if (before === undefined || stepKind(before) !== 'decide' || linked.has(step.id)) continue;
    atStep(context, step, 'unreachable', `no path leads to "${step.id}"`);
  }
}
