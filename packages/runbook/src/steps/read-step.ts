import type { StepRun } from '../engine/step-run.ts';

/** Prose to read, and ticks that the responder sets. The prose of a containment was read before it was approved. */
export async function performRead(run: StepRun): Promise<void> {
  const { fence, ticks } = run.step;
  const wasRead = fence !== undefined && 'contain' in fence;
  const step = wasRead ? { ...run.prompted, prose: '' } : run.prompted;
  await run.ask({ kind: 'read', step, ticks }, 'continue');
  for (const tick of ticks) {
    await run.context.incident.record({
      type: 'answer.given',
      step: run.id,
      question: tick,
      answer: 'ticked',
    });
  }
}
