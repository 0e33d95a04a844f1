import type { CallRecorder } from '@firebreak/containment';
import type { Incident, Purpose } from '@firebreak/incident';

/** Puts calls into an incident's journal. The intent is on disk before the call goes out. */
export function callRecorder(incident: Incident, step: string, purpose: Purpose): CallRecorder {
  return {
    intended: (call) => incident.record({ type: 'call.intended', step, purpose, call }),
    returned: (_, answer) => incident.record({ type: 'call.returned', step, purpose, answer }),
    failed: (_, effect, why) => incident.record({ type: 'call.failed', step, purpose, effect, why }),
  };
}
