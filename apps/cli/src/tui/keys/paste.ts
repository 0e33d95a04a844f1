import { safeText } from '@firebreak/untrusted';
import type { View } from '../state/view.ts';
import { edited } from '../text/text-field.ts';
import { typed } from './press-by-hand.ts';

/** A bracketed paste. It fills fields; it presses nothing, and it does not type the word of an approval. */
export function paste(before: View, text: string): View {
  if (before.sheet !== undefined) return before;
  const view = { ...before, notice: undefined };
  if (view.modal?.kind === 'reason') {
    return { ...view, modal: { ...view.modal, field: edited(view.modal.field, { kind: 'insert', text }) } };
  }
  if (view.modal !== undefined) return view;
  const { prompt } = view;
  if (prompt?.kind === 'ask') {
    return { ...view, prompt: { ...prompt, field: edited(prompt.field, { kind: 'insert', text }) } };
  }
  if (prompt?.kind === 'by-hand') return typed(view, prompt, text);
  if (prompt?.kind === 'approve') {
    return {
      ...view,
      notice: { text: safeText('Nothing is pasted here: an approval is typed.'), tone: 'bad' },
    };
  }
  return view;
}
