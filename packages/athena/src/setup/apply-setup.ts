import { SetupFailed } from '../errors.ts';
import type { QueryOptions } from '../query-engine.ts';
import type { SetupPlan, SetupStep } from './plan-setup.ts';

/** What statements are sent through; an `AthenaEngine` is one. */
export interface Definer {
  define(statement: string, options?: QueryOptions): Promise<void>;
}

/**
 * Does the steps of a plan one after another, and returns those that were done.
 * @throws {SetupFailed} at the first statement that fails; nothing after it is sent.
 * @throws the signal's reason when it was aborted.
 */
export async function applySetup(
  plan: SetupPlan,
  engine: Definer,
  { signal, onStep }: { readonly signal?: AbortSignal; readonly onStep?: (step: SetupStep) => void } = {},
): Promise<readonly SetupStep[]> {
  const done: SetupStep[] = [];
  for (const step of plan.steps) {
    onStep?.(step);
    for (const [index, statement] of step.statements.entries()) {
      signal?.throwIfAborted();
      await engine.define(statement, signal === undefined ? {} : { signal }).catch((cause: unknown) => {
        signal?.throwIfAborted();
        throw failed(step, index, done, cause);
      });
    }
    done.push(step);
  }
  return done;
}

function failed(step: SetupStep, index: number, done: readonly SetupStep[], cause: unknown): SetupFailed {
  const { message, remedy } = cause as { message?: string; remedy?: string };
  const before =
    done.length === 0 ? 'Nothing was done before.' : `Done before: ${done.map(didWhat).join(', ')}.`;
  const dropped =
    index === 0 ? '' : ` ${step.name} was dropped and is not made yet; the log files are untouched.`;
  return new SetupFailed(`Cannot set up ${step.name}: ${message ?? 'it failed'}. ${before}${dropped}`, {
    remedy: remedy ?? 'Mend the cause and run the set-up again; it does what is left.',
    cause,
  });
}

const DID = {
  'create-database': 'made',
  'create-table': 'made',
  'replace-table': 'made again',
  'set-properties': 'changed',
} satisfies Record<SetupStep['kind'], string>;

function didWhat({ kind, name }: SetupStep): string {
  return `${name} ${DID[kind]}`;
}
