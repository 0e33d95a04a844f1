import type { StepRun } from '../engine/step-run.ts';
import { VALUE_TYPES, type ValueType } from '../format/front-matter.ts';
import type { Fence } from '../format/step-fence.ts';

/** A question with a typed answer. */
export async function performAsk(run: StepRun, fence: Fence<'ask'>): Promise<void> {
  const suggestion = fence.suggest === undefined ? null : run.value(fence.suggest);
  const answer = await askFor(run, fence.ask, fence.type ?? 'text', suggestion);
  const { incident } = run.context;
  await incident.record({ type: 'answer.given', step: run.id, question: fence.ask, answer });
  await incident.record({ type: 'variable.set', step: run.id, name: fence.save, value: answer });
}

/** Asks until the answer has the form of its type. */
export async function askFor(
  run: StepRun,
  question: string,
  type: ValueType,
  suggestion?: unknown,
): Promise<string> {
  const objection = (answer: string) => objectionTo(answer, type);
  const suggested = typeof suggestion === 'string' && suggestion !== '' ? { suggestion } : {};
  while (true) {
    const { text } = await run.ask(
      { kind: 'ask', step: run.prompted, question, objection, ...suggested },
      'text',
    );
    const answer = text.trim();
    if (objection(answer) === undefined) return answer;
  }
}

function objectionTo(answer: string, type: ValueType): string | undefined {
  const { pattern, example } = VALUE_TYPES[type];
  return pattern.test(answer.trim())
    ? undefined
    : `Not ${type === 'text' ? 'an answer' : `a valid ${type}`}; for example: ${example}`;
}
