import type { Prompt } from '@firebreak/runbook';
import { safeText } from '@firebreak/untrusted';
import { planLines } from './plan-lines.ts';
import { proseLines } from './prose-lines.ts';
import { wrapped, wrappedMarkdown } from './wrapped.ts';

/** What stands above the place where a prompt is answered. */
export function promptLines(prompt: Prompt): string[] {
  const prose =
    prompt.kind === 'failed' || prompt.step.prose === '' ? [] : [...proseLines(prompt.step.prose), ''];
  switch (prompt.kind) {
    case 'read':
      return [...prose, ...prompt.ticks.flatMap((tick) => wrappedMarkdown(tick, '  [ ] '))];
    case 'ask':
      return [...prose, ...wrapped(prompt.question)];
    case 'decide':
      return [
        ...prose,
        ...prompt.options.flatMap(({ label }, index) =>
          wrappedMarkdown(
            `${label}${index === prompt.recommended ? '  (recommended)' : ''}`,
            `  ${index + 1}) `,
          ),
        ),
      ];
    case 'approve':
      return [
        ...prose,
        ...(prompt.changed === undefined ? [] : wrapped(prompt.changed, '!! ')),
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
      return wrapped(prompt.remedy, '   ');
  }
}
