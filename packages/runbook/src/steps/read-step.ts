import type { StepRun } from '../engine/step-run.ts';

/** Prose to read, and ticks that the responder sets. */
export async function performRead(run: StepRun): Promise<void> {
  await run.ask({ kind: 'read', step: run.prompted, ticks: run.step.ticks }, 'continue');
  for (const tick of run.step.ticks) {
    await run.context.incident.record({
      type: 'answer.given',
      step: run.id,
      question: tick,
      answer: 'ticked',
    });
  }
}
