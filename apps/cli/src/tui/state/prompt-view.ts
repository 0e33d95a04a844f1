import type { Prompt } from '@firebreak/runbook';
import { safeText } from '@firebreak/untrusted';
import { EMPTY_FIELD } from '../text/text-field.ts';
import { planView } from './plan-view.ts';
import type { PromptView } from './view.ts';

/** A prompt as it first stands on the screen. */
export function promptView(prompt: Prompt): PromptView {
  switch (prompt.kind) {
    case 'read':
      return {
        kind: 'read',
        ticks: prompt.ticks.map((text) => ({ text: safeText(text), set: false })),
        at: 0,
      };
    case 'ask':
      return {
        kind: 'ask',
        question: safeText(prompt.question),
        suggestion: prompt.suggestion === undefined ? undefined : safeText(prompt.suggestion),
        field: EMPTY_FIELD,
      };
    case 'decide':
      return {
        kind: 'decide',
        options: prompt.options.map(({ label }) => safeText(label)),
        recommended: prompt.recommended,
        at: prompt.options[prompt.recommended] === undefined ? 0 : prompt.recommended,
      };
    case 'approve':
      return {
        kind: 'approve',
        plan: planView(prompt.plan),
        changed: prompt.changed === undefined ? undefined : safeText(prompt.changed),
        confirm: prompt.confirm === undefined ? undefined : safeText(prompt.confirm),
        field: EMPTY_FIELD,
        focus: 'cancel',
        seen: false,
      };
    case 'by-hand':
      return {
        kind: 'by-hand',
        command: safeText(prompt.command),
        account: safeText(prompt.call.account),
        wants: prompt.wants,
        output: '',
      };
    case 'failed':
      return { kind: 'failed', why: safeText(prompt.why), remedy: safeText(prompt.remedy) };
  }
}
