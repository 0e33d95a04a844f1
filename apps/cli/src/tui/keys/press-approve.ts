import { safeText } from '@firebreak/untrusted';
import type { PromptView, View } from '../state/view.ts';
import { edited, fieldText } from '../text/text-field.ts';
import { fieldEdit } from './field-edit.ts';
import type { Command } from './keys.ts';
import type { Pressed } from './pressed.ts';
import type { Key } from './read-keys.ts';
import { withReason } from './with-reason.ts';

type Approval = Extract<PromptView, { kind: 'approve' }>;

/** A key on the approval of a change. Only Enter on the second button, pressed by itself, approves. */
export function pressApprove(
  view: View,
  shown: Approval,
  key: Key,
  command: Command | undefined,
): Pressed | undefined {
  switch (command) {
    case 'back':
      return { view: withReason(view) };
    case 'next':
      return { view: focused(view, shown, 1) };
    case 'previous':
      return { view: focused(view, shown, -1) };
    case 'confirm':
      return confirmed(view, shown);
    default: {
      const edit = shown.focus === 'word' && command === undefined ? fieldEdit(key) : undefined;
      return edit === undefined
        ? undefined
        : { view: { ...view, prompt: { ...shown, field: edited(shown.field, edit) } } };
    }
  }
}

function confirmed(view: View, shown: Approval): Pressed {
  if (shown.focus === 'cancel') return { view: withReason(view) };
  if (!shown.seen) {
    const text = safeText('Read the change to its end first: PgDn shows the rest.');
    return { view: { ...view, notice: { text, tone: 'bad' } } };
  }
  if (shown.confirm === undefined) return { view, answer: { kind: 'approve', how: 'chosen' } };
  const typed = safeText(fieldText(shown.field).trim()) === shown.confirm;
  if (!typed) {
    const text = safeText(`Type ${shown.confirm} to approve, letter by letter.`);
    return { view: { ...view, prompt: { ...shown, focus: 'word' }, notice: { text, tone: 'bad' } } };
  }
  return shown.focus === 'word'
    ? { view: { ...view, prompt: { ...shown, focus: 'approve' } } }
    : { view, answer: { kind: 'approve', how: 'typed' } };
}

function focused(view: View, shown: Approval, by: 1 | -1): View {
  const stops: readonly Approval['focus'][] =
    shown.confirm === undefined ? ['cancel', 'approve'] : ['cancel', 'word', 'approve'];
  const at = (stops.indexOf(shown.focus) + by + stops.length) % stops.length;
  return { ...view, prompt: { ...shown, focus: stops[at] ?? 'cancel' } };
}
