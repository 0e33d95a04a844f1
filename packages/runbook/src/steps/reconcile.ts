import { compareState, planAt } from '@firebreak/containment';
import type { StepRun } from '../engine/step-run.ts';
import { applyAndProve, conclude } from './apply-and-prove.ts';
import { approvalNow } from './approval-now.ts';
import type { Containing } from './containing.ts';

/**
 * Takes up a containment that was begun and not brought to its end, because the program was killed or a call failed:
 * reads back first. What took effect is not sent again; what did not is sent under the approval that was given, with
 * a cut-off of now. Says whether the containment is done.
 */
export async function reconcile(run: StepRun, containing: Containing): Promise<boolean> {
  const { incident } = run.context;
  const known = incident.state.containments.get(containing.id);
  if (known === undefined || known.stepEnded) return false;
  if (known.status === 'planned' || known.status === 'undone') return false;
  const standing = await compareState(containing.action, known.plan, run.incidentId, run.api);
  if (standing.at === 'after') {
    await conclude(run, containing, standing);
    return true;
  }
  // Only what was approved and never read back may still be on its way; all else takes a new plan and a new approval.
  if (known.status !== 'approved' || standing.at === 'changed') return false;
  const exact = planAt(containing.action, known.plan, approvalNow(run));
  const { by, how } = known.approval ?? { by: run.context.responder, how: 'chosen' };
  const { hash } = known.plan;
  await incident.record({ type: 'containment.approved', step: containing.id, plan: exact, hash, by, how });
  await applyAndProve(run, containing, exact);
  return true;
}
