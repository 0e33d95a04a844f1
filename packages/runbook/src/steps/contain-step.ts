import { actionNamed, makePlan, type Plan, planAt } from '@firebreak/containment';
import { attempt } from '../engine/attempt.ts';
import { Skipped, type StepRun } from '../engine/step-run.ts';
import { SampleFinding, ValueMissing } from '../errors.ts';
import type { Fence } from '../format/step-fence.ts';
import { applyAndProve } from './apply-and-prove.ts';
import { approvalNow } from './approval-now.ts';
import type { Containing } from './containing.ts';
import { reconcile } from './reconcile.ts';

/** Plans, shows, asks, applies and reads back; once, or for each item of a list, whatever became of the others. */
export async function performContain(run: StepRun, fence: Fence<'contain'>): Promise<void> {
  refuseSample(run);
  if (fence.each === undefined) return containOne(run, containingOf(run, fence, undefined));
  const items = listOf(run.value(`{{ ${fence.each} }}`));
  const skipped: string[] = [];
  for (const item of items) {
    const outcome = await attempt(run, () => containOne(run, containingOf(run, fence, item)));
    if (!('skipped' in outcome)) continue;
    skipped.push(outcome.skipped);
    const question = `${fence.contain}: ${JSON.stringify(item)}`;
    const answer = `skipped: ${outcome.skipped}`;
    await run.context.incident.record({ type: 'answer.given', step: run.id, question, answer });
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
      const exact = planAt(containing.action, plan, approvalNow(run));
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
  const { incident, cutOffAfter } = approvalNow(run);
  return makePlan(action, { target, account, incident, cutOffAfter }, run.api);
}

/** The target in words of the journal, so that the same target is the same containment whenever it comes again. */
function containingOf(run: StepRun, fence: Fence<'contain'>, item: unknown): Containing {
  const text = (name: string, template: string): string => {
    const value = run.value(template, item);
    if (typeof value === 'string' && value !== '') return value;
    throw new ValueMissing(`Cannot plan ${fence.contain}: "${name}" is not known`, {
      remedy: 'Find it out (the finding, the trace, the console), or skip this step with the reason.',
    });
  };
  const account = text('account', fence.account);
  const target = Object.fromEntries(
    Object.entries(fence.with).map(([name, template]) => [name, text(name, template)]),
  );
  return {
    id: [run.id, account, ...Object.values(target)].join('/'),
    action: actionNamed(fence.contain),
    account,
    target,
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
