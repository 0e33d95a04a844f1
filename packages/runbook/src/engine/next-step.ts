import type { IncidentState } from '@firebreak/incident';
import type { Runbook, Step } from '../format/runbook.ts';

/**
 * The step to walk through now, by the journal alone: the one that was begun and not ended, the one that the last
 * decision leads to, or the one that follows. Nothing when the runbook is at its end.
 */
export function nextStep({ steps }: Runbook, state: IncidentState): Step | undefined {
  if (state.lastStep === undefined) return steps[0];
  const index = steps.findIndex(({ id }) => id === state.lastStep);
  const status = state.steps.get(state.lastStep);
  if (status === 'entered' || status === 'failed') return steps[index];
  if (state.next !== undefined) return steps.find(({ id }) => id === state.next);
  return steps[index + 1];
}
