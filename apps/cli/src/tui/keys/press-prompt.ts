import type { Prompt } from '@firebreak/runbook';
import { type SafeText, safeText } from '@firebreak/untrusted';
import type { PromptView, View } from '../state/view.ts';
import { edited, fieldText } from '../text/text-field.ts';
import { fieldEdit } from './field-edit.ts';
import type { Command } from './keys.ts';
import { pressApprove } from './press-approve.ts';
import { pressByHand } from './press-by-hand.ts';
import type { Pressed } from './pressed.ts';
import type { Key } from './read-keys.ts';
import { withReason } from './with-reason.ts';

/** A key on the open prompt; undefined when the prompt has no use for it. */
export function pressPrompt(
  view: View,
  shown: PromptView,
  asked: Prompt,
  key: Key,
  command: Command | undefined,
): Pressed | undefined {
  if (command === 'skip') return { view: withReason(view) };
  switch (shown.kind) {
    case 'read':
      return pressRead(view, shown, command);
    case 'ask':
      return asked.kind === 'ask' ? pressAsk(view, shown, asked, key, command) : undefined;
    case 'decide':
      return pressDecide(view, shown, key, command);
    case 'approve':
      return pressApprove(view, shown, key, command);
    case 'by-hand':
      return asked.kind === 'by-hand' ? pressByHand(view, shown, asked, key, command) : undefined;
    case 'failed':
      return command === 'retry' ? { view, answer: { kind: 'retry' } } : undefined;
  }
}

function objected(view: View, text: SafeText): Pressed {
  return { view: { ...view, notice: { text, tone: 'bad' } } };
}

type Shown<K extends PromptView['kind']> = Extract<PromptView, { kind: K }>;

function pressRead(view: View, shown: Shown<'read'>, command: Command | undefined): Pressed | undefined {
  const { ticks, at } = shown;
  if (command === 'confirm') {
    const open = ticks.find(({ set }) => !set);
    return open === undefined
      ? { view, answer: { kind: 'continue' } }
      : objected(
          { ...view, prompt: { ...shown, at: ticks.indexOf(open) } },
          safeText(`Not ticked yet: ${open.text}`),
        );
  }
  if (ticks.length === 0) return undefined;
  if (command === 'toggle') {
    const next = ticks.map((tick, index) => (index === at ? { ...tick, set: !tick.set } : tick));
    return { view: { ...view, prompt: { ...shown, ticks: next, at } } };
  }
  const to = moved(at, command, ticks.length);
  return to === undefined ? undefined : { view: { ...view, prompt: { ...shown, at: to } } };
}

function pressAsk(
  view: View,
  shown: Shown<'ask'>,
  asked: Extract<Prompt, { kind: 'ask' }>,
  key: Key,
  command: Command | undefined,
): Pressed | undefined {
  if (command === 'confirm') {
    const typed = fieldText(shown.field).trim();
    const text = typed === '' ? (asked.suggestion ?? '') : typed;
    const objection = asked.objection(text);
    return objection === undefined
      ? { view, answer: { kind: 'text', text } }
      : objected(view, safeText(objection));
  }
  const edit = command === undefined ? fieldEdit(key) : undefined;
  return edit === undefined
    ? undefined
    : { view: { ...view, prompt: { ...shown, field: edited(shown.field, edit) } } };
}

function pressDecide(
  view: View,
  shown: Shown<'decide'>,
  key: Key,
  command: Command | undefined,
): Pressed | undefined {
  if (command === 'confirm') return { view, answer: { kind: 'option', index: shown.at } };
  const to = command === 'pick' ? Number(key.name) - 1 : moved(shown.at, command, shown.options.length);
  if (to === undefined || shown.options[to] === undefined) return undefined;
  return { view: { ...view, prompt: { ...shown, at: to } } };
}

function moved(at: number, command: Command | undefined, length: number): number | undefined {
  if (command === 'up') return Math.max(0, at - 1);
  if (command === 'down') return Math.min(length - 1, at + 1);
  return undefined;
}
