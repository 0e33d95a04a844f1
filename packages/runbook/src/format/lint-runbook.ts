import { lintFlow } from './lint-flow.ts';
import type { LintMessage } from './lint-message.ts';
import { lintNames } from './lint-names.ts';
import { lintVariables } from './lint-variables.ts';
import { parseRunbook } from './parse-runbook.ts';
import type { Runbook } from './runbook.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface LintedRunbook {
  /** Absent when there is an error among the messages. */
  readonly runbook: Runbook | undefined;
  /** In the order of the file. */
  readonly messages: readonly LintMessage[];
}

/** Parses a runbook and checks it as a whole. @param today Reviews are stale a year before this day. */
export function lintRunbook(text: string, path: string, vocabulary: Vocabulary, today: Date): LintedRunbook {
  const { runbook, head, fences, messages: mistakes } = parseRunbook(text, path);
  const messages = [...mistakes];
  if (runbook !== undefined) {
    const context = { runbook, head, fences, messages };
    lintFlow(context);
    lintVariables(context);
    lintNames(context, vocabulary);
    const age = (today.getTime() - Date.parse(runbook.reviewed)) / 86_400_000;
    if (age > 365 && head !== undefined) {
      messages.push({
        ...head.at(['reviewed'], 'stale-review', `last reviewed ${Math.floor(age)} days ago`),
        severity: 'warning',
      });
    }
  }
  messages.sort((a, b) => a.line - b.line || a.column - b.column);
  return { runbook: messages.some(({ severity }) => severity === 'error') ? undefined : runbook, messages };
}
