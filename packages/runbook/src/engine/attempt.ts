import { Problem } from '@firebreak/problem';
import { Skipped, type StepRun } from './step-run.ts';

export type Attempted<T> = { readonly value: T } | { readonly skipped: string };

/**
 * Does something that can fail, as often as the responder wants to try: each failure is written down and shown with
 * its remedy. Nothing goes on after a failure without their word.
 */
export async function attempt<T>(run: StepRun, work: () => Promise<T>): Promise<Attempted<T>> {
  while (true) {
    try {
      return { value: await work() };
    } catch (error) {
      if (error instanceof Skipped) return { skipped: error.reason };
      if (!(error instanceof Problem)) throw error;
      const skipped = await askAfterFailure(run, error);
      if (skipped !== undefined) return { skipped };
    }
  }
}

/** The reason for which it is given up; nothing when it is tried again. */
async function askAfterFailure(run: StepRun, { message: why, remedy }: Problem): Promise<string | undefined> {
  await run.context.incident.record({ type: 'step.failed', step: run.id, why, remedy });
  try {
    await run.ask({ kind: 'failed', step: run.prompted, why, remedy }, 'retry');
    return undefined;
  } catch (answer) {
    if (answer instanceof Skipped) return answer.reason;
    throw answer;
  }
}
