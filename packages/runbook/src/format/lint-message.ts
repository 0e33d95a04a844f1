/** One mistake in a runbook. Line and column count from 1. */
export interface LintMessage {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly rule: LintRule;
}

export type LintRule =
  | 'yaml'
  | 'schema'
  | 'unknown-key'
  | 'unknown-name'
  | 'unknown-variable'
  | 'unused-variable'
  | 'dead-link'
  | 'unreachable'
  | 'one-h1'
  | 'one-step-per-heading'
  | 'duplicate-step'
  | 'decide-needs-two'
  | 'decide-without-unsure'
  | 'evidence-before-containment'
  | 'containment-without-verify'
  | 'no-html'
  | 'stale-review';

/** `path:line:column: severity: message [rule]`, the form that editors and CI understand. */
export function formatMessage({ path, line, column, severity, message, rule }: LintMessage): string {
  return `${path}:${line}:${column}: ${severity}: ${message} [${rule}]`;
}
