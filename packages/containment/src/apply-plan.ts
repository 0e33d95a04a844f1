import { type Api, type ApiAnswer, type ApiCall, AwsProblem, OutcomeUnknown } from '@firebreak/aws';
import type { Plan } from './plan.ts';

/** Writes down what is about to be sent and what came of it; `intended` is on disk before it returns. */
export interface CallRecorder {
  intended(call: ApiCall): Promise<void>;
  returned(call: ApiCall, answer: ApiAnswer): Promise<void>;
  failed(call: ApiCall, effect: 'none' | 'unknown', why: string): Promise<void>;
}

/**
 * Sends calls one after the other, each written down before and after. It stops at the first that fails.
 *
 * @throws {AwsProblem} of the class that says what is known of the failed call.
 */
export async function sendCalls(
  calls: readonly ApiCall[],
  api: Api,
  recorder: CallRecorder,
  signal?: AbortSignal,
): Promise<void> {
  for (const call of calls) {
    signal?.throwIfAborted();
    await recorder.intended(call);
    let answer: ApiAnswer;
    try {
      answer = await api.call(call, { signal });
    } catch (error) {
      if (error instanceof AwsProblem) {
        await recorder.failed(call, error instanceof OutcomeUnknown ? 'unknown' : 'none', error.message);
      }
      throw error;
    }
    await recorder.returned(call, answer);
  }
}

/** Sends the calls of a plan. */
export function applyPlan(plan: Plan, api: Api, recorder: CallRecorder, signal?: AbortSignal): Promise<void> {
  return sendCalls(plan.calls, api, recorder, signal);
}
