import { actionNamed, makePlan, type Plan, planAt } from '@firebreak/containment';
import { Skipped, type StepRun } from '../engine/step-run.ts';
import { SampleFinding, ValueMissing } from '../errors.ts';
import type { Fence } from '../format/step-fence.ts';
import { applyAndProve } from './apply-and-prove.ts';
import type { Containing } from './containing.ts';
import { reconcile } from './reconcile.ts';

/** Plans, shows, asks, applies and reads back; once, or once for each item of a list. */
export async function performContain(run: StepRun, fence: Fence<'contain'>): Promise<void> {
  refuseSample(run);
  const action = actionNamed(fence.contain);
  const items = fence.each === undefined ? [undefined] : listOf(run.value(`{{ ${fence.each} }}`));
  const skipped: string[] = [];
  for (const [index, item] of items.entries()) {
    const id = fence.each === undefined ? run.id : `${run.id}/${index + 1}`;
    const containing = { id, action, ...targetOf(run, fence, item) };
    try {
      await containOne(run, containing);
    } catch (error) {
      if (!(error instanceof Skipped)) throw error;
      skipped.push(error.reason);
      await run.context.incident.record({
        type: 'answer.given',
        step: id,
        question: action.summary,
        answer: `skipped: ${error.reason}`,
      });
    }
  }
  if (skipped.length === items.length && items.length > 0) throw new Skipped(skipped.join('; '));
}

async function containOne(run: StepRun, containing: Containing): Promise<void> {
  const { incident } = run.context;
  if (await reconcile(run, containing)) return;
  let changed: string | undefined;
  while (true) {
    const plan = await readPlan(run, containing);
    await incident.record({ type: 'containment.planned', step: containing.id, plan });
    if (plan.calls.length === 0) {
      await incident.record({
        type: 'containment.proven',
        step: containing.id,
        observed: plan.before,
        how: 'it was so already',
      });
      return;
    }
    const { how } = await run.ask(
      {
        kind: 'approve',
        step: run.prompted,
        plan,
        ...(containing.confirm === undefined ? {} : { confirm: containing.confirm }),
        ...(changed === undefined ? {} : { changed }),
      },
      'approve',
    );
    // A person who runs every call by hand is not made to run the reads a second time before the change.
    const current = run.byHand ? plan : await readPlan(run, containing);
    if (current.hash === plan.hash) {
      const exact = planAt(containing.action, plan, run.incidentId, run.context.clock());
      const by = run.context.responder;
      await incident.record({
        type: 'containment.approved',
        step: containing.id,
        plan: exact,
        hash: plan.hash,
        by,
        how,
      });
      await applyAndProve(run, containing, exact);
      return;
    }
    changed = 'The state changed after the plan was shown, so its approval is void.';
  }
}

function readPlan(run: StepRun, { action, target, account }: Containing): Promise<Plan> {
  return makePlan(action, { target, account, incident: run.incidentId }, run.api);
}

function targetOf(
  run: StepRun,
  fence: Fence<'contain'>,
  item: unknown,
): Pick<Containing, 'account' | 'target' | 'confirm'> {
  const text = (name: string, template: string): string => {
    const value = run.value(template, item);
    if (typeof value === 'string' && value !== '') return value;
    throw new ValueMissing(`Cannot plan ${fence.contain}: "${name}" is not known`, {
      remedy: 'Find it out (the finding, the trace, the console), or skip this step with the reason.',
    });
  };
  return {
    account: text('account', fence.account),
    target: Object.fromEntries(
      Object.entries(fence.with).map(([name, template]) => [name, text(name, template)]),
    ),
    confirm: fence.confirm === undefined ? undefined : text('confirm', fence.confirm),
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
}

function refuseSample({ context: { finding } }: StepRun): void {
  if (!finding.sample) return;
  throw new SampleFinding('Cannot contain: this is a sample finding, and nothing in it exists', {
    remedy: 'Skip this step. To practise, play a drill: firebreak drill',
  });
}
