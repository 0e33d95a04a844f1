import type { LintMessage, LintRule } from './lint-message.ts';
import type { LocatedYaml } from './located-yaml.ts';
import type { Runbook, Step } from './runbook.ts';

/** A runbook that parses, with the places of its parts. Rules add to `messages`. */
export interface LintContext {
  readonly runbook: Runbook;
  readonly head: LocatedYaml | undefined;
  readonly fences: ReadonlyMap<string, LocatedYaml>;
  readonly messages: LintMessage[];
}

/** Reports at a step's heading. */
export function atStep(
  { runbook, messages }: LintContext,
  step: Step,
  rule: LintRule,
  message: string,
  severity: LintMessage['severity'] = 'error',
): void {
  messages.push({ path: runbook.path, line: step.line, column: 1, severity, message, rule });
}

/** Reports at a place in a step's fence. */
export function atFence(
  context: LintContext,
  step: Step,
  path: readonly PropertyKey[],
  rule: LintRule,
  message: string,
): void {
  const yaml = context.fences.get(step.id);
  if (yaml === undefined) atStep(context, step, rule, message);
  else context.messages.push(yaml.at(path, rule, message));
}
