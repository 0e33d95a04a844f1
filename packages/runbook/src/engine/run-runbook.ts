import type { Outcome, StepSkipped } from '@firebreak/incident';
import { evaluate } from '../format/expression.ts';
import { stepKind } from '../format/runbook.ts';
import type { StepFence } from '../format/step-fence.ts';
import type { RunEnd } from '../prompt.ts';
import { performAsk } from '../steps/ask-step.ts';
import { performContain } from '../steps/contain-step.ts';
import { isTrue, performDecide } from '../steps/decide-step.ts';
import { performQuery } from '../steps/query-step.ts';
import { performRead } from '../steps/read-step.ts';
import { performTrace } from '../steps/trace-step.ts';
import { performVerify } from '../steps/verify-step.ts';
import { attempt } from './attempt.ts';
import { nextStep } from './next-step.ts';
import type { RunContext } from './run-context.ts';
import { StepRun, Stopped } from './step-run.ts';

/**
 * Walks through a runbook from where the journal stands to its end. A step that fails is offered again; nothing goes
 * on after a failure without the responder's word.
 */
export async function runRunbook(context: RunContext): Promise<RunEnd> {
  const { incident, runbook } = context;
  const confirmed = new Set<string>();
  try {
    for (
      let step = nextStep(runbook, incident.state);
      step !== undefined;
      step = nextStep(runbook, incident.state)
    ) {
      await runStep(new StepRun(step, context, confirmed));
    }
  } catch (error) {
    if (error instanceof Stopped || context.signal.aborted) return 'stopped';
    throw error;
  }
  const outcome = outcomeOf(context);
  await incident.record({ type: 'incident.closed', outcome });
  return outcome;
}

async function runStep(run: StepRun): Promise<void> {
  const { incident } = run.context;
  const { id, title, fence } = run.step;
  const outcome = await attempt(run, async () => {
    if (fence?.when !== undefined && !isTrue(evaluate(fence.when, run.scope))) return 'does-not-apply';
    await incident.record({ type: 'step.entered', step: id, title, kind: stepKind(run.step) });
    return { next: await perform(run) };
  });
  if ('skipped' in outcome) {
    await incident.record({ type: 'step.skipped', step: id, title, reason: outcome.skipped });
  } else if (outcome.value === 'does-not-apply') {
    const reason = `does not apply here (${fence?.when})`;
    await incident.record({ type: 'step.skipped', step: id, title, reason, applies: false });
  } else {
    const { next } = outcome.value;
    await incident.record({ type: 'step.succeeded', step: id, ...(next === undefined ? {} : { next }) });
  }
}

/** Does what the step says. Whatever finds or changes something waits until the responder has seen what came of it. */
async function perform(run: StepRun): Promise<string | undefined> {
  const { fence, options } = run.step;
  if (fence === undefined && options.length > 0) return performDecide(run, undefined);
  if (fence !== undefined && 'decide' in fence) return performDecide(run, fence);
  if (fence !== undefined && 'ask' in fence) {
    await performAsk(run, fence);
    return undefined;
  }
  if (fence !== undefined) await performWork(run, fence);
  await performRead(run);
  return undefined;
}

type Work = Exclude<StepFence, { decide: unknown } | { ask: unknown }>;

async function performWork(run: StepRun, fence: Work): Promise<void> {
  if ('query' in fence) await performQuery(run, fence);
  else if ('trace' in fence) await performTrace(run, fence);
  else if ('contain' in fence) await performContain(run, fence);
  else await performVerify(run);
}

/**
 * An incident is done when every containment that was begun is proven or undone. Where the way led over containments
 * and none of them applied, nothing is contained, and that must not look like success.
 */
function outcomeOf({ incident, runbook }: RunContext): Outcome {
  const statuses = [...incident.state.containments.values()].map(({ status }) => status);
  if (statuses.some((status) => status === 'approved' || status === 'unproven')) return 'not-proven';
  if (statuses.some((status) => status === 'proven' || status === 'undone')) return 'done';
  const containing = new Set(
    runbook.steps.filter((step) => stepKind(step) === 'contain').map(({ id }) => id),
  );
  const skips = incident.entries.filter(
    (entry) => entry.type === 'step.skipped' && containing.has(entry.step),
  ) as StepSkipped[];
  return skips.length > 0 && skips.every(({ applies }) => applies === false) ? 'nothing-contained' : 'done';
}
