import { setTimeout as wait } from 'node:timers/promises';
import { OutcomeUnknown } from '@firebreak/aws';
import { applyPlan, compareState, type Plan, type Standing } from '@firebreak/containment';
import { callRecorder } from '../engine/call-recorder.ts';
import type { StepRun } from '../engine/step-run.ts';
import { NotProven } from '../errors.ts';
import type { Containing } from './containing.ts';

/** IAM shows a change at once as a rule; where it does not, it is read again after these pauses. */
const PAUSES = [1_000, 4_000];

/**
 * Sends an approved plan's calls and reads the state back. A call whose outcome is not known is never sent again
 * before it was read back.
 *
 * @throws {NotProven} when reading back does not show the change.
 */
export async function applyAndProve(run: StepRun, containing: Containing, plan: Plan): Promise<void> {
  let unknown: OutcomeUnknown | undefined;
  try {
    await applyPlan(
      plan,
      run.api,
      callRecorder(run.context.incident, containing.id, 'apply'),
      run.context.signal,
    );
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error;
    unknown = error;
  }
  const standing = await readBack(run, containing, plan);
  // The approval stands: what is missing is sent under it.
  if (unknown !== undefined && (standing.at === 'before' || standing.at === 'partly')) throw unknown;
  if (run.byHand && standing.at === 'after') await refuseLate(run, containing, plan);
  await conclude(run, containing, standing);
}

/** A revocation that was run after its cut-off leaves the sessions alive that were issued in between. */
async function refuseLate(run: StepRun, { id }: Containing, { cutOff, after }: Plan): Promise<void> {
  if (cutOff === undefined || run.context.clock().toISOString() <= cutOff) return;
  const why = `it was run after its cut-off, ${cutOff}`;
  await run.context.incident.record({ type: 'containment.unproven', step: id, observed: after, why });
  throw new NotProven(`Cannot prove the containment: ${why}`, {
    remedy: 'Try again and run the line at once: sessions issued after the cut-off are still alive.',
  });
}

/** Reads the state; again after a pause while it still looks as before, or half so. */
async function readBack(run: StepRun, { action }: Containing, plan: Plan): Promise<Standing> {
  let standing = await compareState(action, plan, run.incidentId, run.api);
  for (const pause of run.byHand ? [] : (run.context.rereadAfter ?? PAUSES)) {
    if (standing.at !== 'before' && standing.at !== 'partly') break;
    await wait(pause, undefined, { signal: run.context.signal });
    standing = await compareState(action, plan, run.incidentId, run.api);
  }
  return standing;
}

/** Writes down what reading back showed. @throws {NotProven} when it is not what was planned. */
export async function conclude(run: StepRun, { id }: Containing, { at, observed }: Standing): Promise<void> {
  const { incident } = run.context;
  if (at === 'after') {
    await incident.record({ type: 'containment.proven', step: id, observed, how: 'read back from AWS' });
    return;
  }
  const why =
    at === 'before'
      ? 'the state is what it was before the change'
      : 'the state is neither the one before nor the planned one';
  await incident.record({ type: 'containment.unproven', step: id, observed, why });
  throw new NotProven(`Cannot prove the containment: ${why}`, {
    remedy: 'Somebody may be undoing it. Try again: a new plan starts from what is there now.',
  });
}
