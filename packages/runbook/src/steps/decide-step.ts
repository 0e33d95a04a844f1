import type { StepRun } from '../engine/step-run.ts';
import { evaluate } from '../format/expression.ts';
import type { Fence } from '../format/step-fence.ts';

/** A choice between branches. Returns the id of the step that it leads to. */
export async function performDecide(run: StepRun, fence: Fence<'decide'> | undefined): Promise<string> {
  const { options } = run.step;
  const recommended = recommendedOption(run, fence);
  const prompt = { kind: 'decide', step: run.prompted, options, recommended } as const;
  const { index } = await run.ask(prompt, 'option');
  const chosen = options[index];
  if (chosen === undefined) throw new RangeError(`Cannot take option ${index}: there are ${options.length}`);
  await run.context.incident.record({
    type: 'answer.given',
    step: run.id,
    question: run.step.title,
    answer: chosen.label,
  });
  return chosen.goto;
}

/** The first hint that is true; else the option of somebody who is not sure; else the first. */
function recommendedOption(
  { step: { options }, scope }: StepRun,
  fence: Fence<'decide'> | undefined,
): number {
  const hinted = Object.entries(fence?.hint ?? {}).find(([, expression]) =>
    isTrue(evaluate(expression, scope)),
  )?.[0];
  const index = options.findIndex(({ goto }) => goto === hinted);
  if (index >= 0) return index;
  return Math.max(
    0,
    options.findIndex(({ label }) => /not sure|unsure/i.test(label)),
  );
}

/** True by JMESPath's rule: null, false, and whatever is empty are not. */
export function isTrue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value !== null && value !== undefined && value !== false && value !== '';
}
