import type { Prompt } from '@firebreak/runbook';
import { safeText } from '@firebreak/untrusted';
import { planLines } from './plan-lines.ts';

/** What stands above the place where a prompt is answered. */
export function promptLines(prompt: Prompt): string[] {
  const prose =
    prompt.kind === 'failed' || prompt.step.prose === ''
      ? []
      : [...safeText(prompt.step.prose, 'lines').split('\n'), ''];
  switch (prompt.kind) {
    case 'read':
      return [...prose, ...prompt.ticks.map((tick) => `  [ ] ${safeText(tick)}`)];
    case 'ask':
      return [...prose, safeText(prompt.question)];
    case 'decide':
      return [
        ...prose,
        ...prompt.options.map(
          ({ label }, index) =>
            `  ${index + 1}) ${safeText(label)}${index === prompt.recommended ? '  (recommended)' : ''}`,
        ),
      ];
    case 'approve':
      return [
        ...prose,
        ...(prompt.changed === undefined ? [] : [`!! ${prompt.changed}`]),
        ...planLines(prompt.plan),
      ];
    case 'by-hand':
      return [
        `   Run this where you are signed in to account ${safeText(prompt.call.account)}:`,
        '',
        `   ${safeText(prompt.command)}`,
        '',
        prompt.wants === 'output'
          ? '   Then paste what it prints, and an empty line.'
          : '   Then press Enter; paste an error if it printed one.',
      ];
    case 'failed':
      return [`   ${safeText(prompt.remedy)}`];
  }
}
