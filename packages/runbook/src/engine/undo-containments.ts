import { type Api, AwsProblem } from '@firebreak/aws';
import { actionNamed, ContainmentProblem, undoPlan } from '@firebreak/containment';
import type { ContainmentState, Incident } from '@firebreak/incident';
import { callRecorder } from './call-recorder.ts';

export interface UndoRequest {
  readonly incident: Incident;
  readonly api: Api;
  readonly by: string;
  /** Asked before each; false leaves the containment in place. */
  readonly confirm: (containment: ContainmentState) => Promise<boolean>;
  /** Undo even what brings a danger back. */
  readonly force: boolean;
}

export interface UndoResult {
  readonly undone: readonly string[];
  readonly left: readonly { readonly title: string; readonly why: string }[];
}

/** Undoes an incident's containments, the last first, each read back. What needs force is left alone without it. */
export async function undoContainments({
  incident,
  api,
  by,
  confirm,
  force,
}: UndoRequest): Promise<UndoResult> {
  const undone: string[] = [];
  const left: { title: string; why: string }[] = [];
  const inPlace = [...incident.state.containments.values()].filter(isInPlace).reverse();
  for (const containment of inPlace) {
    const { id: step, plan } = containment;
    if (!(await confirm(containment))) {
      left.push({ title: plan.title, why: 'not confirmed' });
      continue;
    }
    try {
      const observed = await undoPlan(
        actionNamed(plan.action),
        plan,
        api,
        callRecorder(incident, step, 'undo'),
        {
          incident: incident.state.opened?.incident ?? '',
          force,
          onApproved: () => incident.record({ type: 'undo.approved', step, by, forced: force }),
        },
      );
      await incident.record({ type: 'containment.undone', step, observed });
      undone.push(plan.title);
    } catch (error) {
      // What one containment cannot do is no reason to leave the others in place.
      if (!(error instanceof ContainmentProblem || error instanceof AwsProblem)) throw error;
      left.push({ title: plan.title, why: `${error.message} ${error.remedy}` });
    }
  }
  return { undone, left };
}

/** What was so already before us is not ours to undo. */
function isInPlace({ status, plan }: ContainmentState): boolean {
  return plan.calls.length > 0 && (status === 'approved' || status === 'proven' || status === 'unproven');
}
