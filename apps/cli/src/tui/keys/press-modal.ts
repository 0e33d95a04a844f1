import type { Prompt } from '@firebreak/runbook';
import { safeText } from '@firebreak/untrusted';
import type { Modal, View } from '../state/view.ts';
import { edited, fieldText } from '../text/text-field.ts';
import { fieldEdit } from './field-edit.ts';
import type { Command } from './keys.ts';
import type { Pressed } from './pressed.ts';
import type { Key } from './read-keys.ts';

interface Around {
  readonly prompt: Prompt | undefined;
  readonly now: number;
}

/** A key on one of the screen's own questions. */
export function pressModal(
  view: View,
  modal: Modal,
  key: Key,
  command: Command | undefined,
  around: Around,
): Pressed {
  if (command === 'back') return { view: { ...view, modal: undefined, deafUntil: around.now + 300 } };
  return modal.kind === 'reason' ? reason(view, modal, key, command) : stop(view, modal, command, around);
}

function reason(
  view: View,
  modal: Extract<Modal, { kind: 'reason' }>,
  key: Key,
  command: Command | undefined,
): Pressed {
  if (command === 'confirm') {
    const text = fieldText(modal.field).trim();
    if (text !== '') return { view, answer: { kind: 'skip', reason: text } };
    return {
      view: { ...view, notice: { text: safeText('Type a reason first, or Esc to go back.'), tone: 'bad' } },
    };
  }
  const edit = fieldEdit(key);
  return edit === undefined
    ? { view }
    : { view: { ...view, modal: { ...modal, field: edited(modal.field, edit) } } };
}

function stop(
  view: View,
  modal: Extract<Modal, { kind: 'stop' }>,
  command: Command | undefined,
  { prompt, now }: Around,
): Pressed {
  if (command === 'next' || command === 'previous') {
    return { view: { ...view, modal: { kind: 'stop', focus: modal.focus === 'stay' ? 'stop' : 'stay' } } };
  }
  if (command === 'yes' || (command === 'confirm' && modal.focus === 'stop')) {
    const stopping = { ...view, modal: undefined, stopping: true };
    return prompt === undefined ? { view: stopping } : { view: stopping, answer: { kind: 'stop' } };
  }
  return command === 'confirm' ? { view: { ...view, modal: undefined, deafUntil: now + 300 } } : { view };
}
