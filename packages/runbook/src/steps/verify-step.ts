import { actionNamed, compareState } from '@firebreak/containment';
import type { StepRun } from '../engine/step-run.ts';
import { NotProven } from '../errors.ts';

/**
 * Reads back every containment that is in place, whatever was seen before: somebody with permissions left may have
 * undone it meanwhile.
 *
 * @throws {NotProven} naming those that do not hold, or when nothing is contained.
 */
export async function performVerify(run: StepRun): Promise<void> {
  const { incident, frontEnd } = run.context;
  const inPlace = [...incident.state.containments.values()].filter(
    ({ status }) => status === 'proven' || status === 'unproven',
  );
  if (inPlace.length === 0) {
    throw new NotProven('Cannot prove anything: nothing is contained', {
      remedy: 'Go back to what is not known, contain it by other means, or skip this step with the reason.',
    });
  }
  const failed: string[] = [];
  for (const { id, plan } of inPlace) {
    await frontEnd.tell({ type: 'progress', what: `Reading back: ${plan.title}` });
    const { at, observed } = await compareState(actionNamed(plan.action), plan, run.incidentId, run.api);
    if (at === 'after') {
      await incident.record({
        type: 'containment.proven',
        step: id,
        observed,
        how: 'read back again from AWS',
      });
    } else {
      await incident.record({
        type: 'containment.unproven',
        step: id,
        observed,
        why: 'it was changed after it had been applied',
      });
      failed.push(plan.title);
    }
  }
  if (failed.length === 0) return;
  throw new NotProven(`Cannot prove: ${failed.join('; ')}`, {
    remedy: 'Somebody changed it back. Find out who, contain them too, and try again.',
  });
}
