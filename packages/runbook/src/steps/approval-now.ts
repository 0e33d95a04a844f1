import type { Approval } from '@firebreak/containment';
import type { StepRun } from '../engine/step-run.ts';

/** A person needs time to run the call, and every session that is issued meanwhile has to end as well. */
const BY_HAND_SECONDS = 300;
const SPREADING_SECONDS = 30;

/** An approval that is given now. */
export function approvalNow({ incidentId: incident, byHand, context }: StepRun): Required<Approval> {
  const at = new Date(context.clock().getTime() + (context.clockSkew?.() ?? 0));
  return { incident, at, cutOffAfter: byHand ? BY_HAND_SECONDS : SPREADING_SECONDS };
}
