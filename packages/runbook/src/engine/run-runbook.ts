import type { IncidentState } from '@firebreak/incident';
import { Problem } from '@firebreak/problem';
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
import { nextStep } from './next-step.ts';
import type { RunContext } from './run-context.ts';
import { Skipped, StepRun, Stopped } from './step-run.ts';

/**
 * Walks through a runbook from where the journal stands to its end. A step that fails is offered again; nothing goes
 * on after a failure without the responder's word.
 */
export async function runRunbook(context: RunContext): Promise<RunEnd> {
  const { incident, runbook } = context;
  try {
    for (
      let step = nextStep(runbook, incident.state);
      step !== undefined;
      step = nextStep(runbook, incident.state)
    ) {
      await runStep(new StepRun(step, context));
    }
  } catch (error) {
    if (error instanceof Stopped || context.signal.aborted) return 'stopped';
    throw error;
  }
  const outcome = outcomeOf(incident.state);
  await incident.record({ type: 'incident.closed', outcome });
  return outcome;
}

async function runStep(run: StepRun): Promise<void> {
  const { incident } = run.context;
  const { id, title, fence } = run.step;
  while (true) {
    try {
      if (fence?.when !== undefined && !isTrue(evaluate(fence.when, run.scope))) {
        await incident.record({
          type: 'step.skipped',
          step: id,
          title,
          reason: `does not apply here (${fence.when})`,
        });
        return;
      }
      await incident.record({ type: 'step.entered', step: id, title, kind: stepKind(run.step) });
      const next = await perform(run);
      await incident.record({ type: 'step.succeeded', step: id, ...(next === undefined ? {} : { next }) });
      return;
    } catch (error) {
      if ((await outcomeOfFailure(run, error)) === 'ended') return;
    }
  }
}

/** Writes a failure down and asks what to do. Says whether the step is over or is tried again. */
async function outcomeOfFailure(run: StepRun, error: unknown): Promise<'ended' | 'again'> {
  const { incident } = run.context;
  const { id, title } = run.step;
  const skip = async (reason: string) => {
    await incident.record({ type: 'step.skipped', step: id, title, reason });
    return 'ended' as const;
  };
  if (error instanceof Skipped) return skip(error.reason);
  if (!(error instanceof Problem)) throw error;
  const { message: why, remedy } = error;
  await incident.record({ type: 'step.failed', step: id, why, remedy });
  try {
    await run.ask({ kind: 'failed', step: run.prompted, why, remedy }, 'retry');
    return 'again';
  } catch (answer) {
    if (answer instanceof Skipped) return skip(answer.reason);
    throw answer;
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

/** An incident is done when every containment that was begun is proven or undone. */
function outcomeOf({ containments }: IncidentState): 'done' | 'not-proven' {
  const open = [...containments.values()].some(
    ({ status }) => status === 'approved' || status === 'unproven',
  );
  return open ? 'not-proven' : 'done';
}
