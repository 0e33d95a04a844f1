import type { Prompt } from '@firebreak/runbook';
import { safeText } from '@firebreak/untrusted';
import type { View } from '../state/view.ts';
import { contextOf } from './context.ts';
import { type Command, commandOf } from './keys.ts';
import { pressModal } from './press-modal.ts';
import { pressPrompt } from './press-prompt.ts';
import type { Pressed, Reach } from './pressed.ts';
import type { Key } from './read-keys.ts';
import { scrolled } from './scrolled.ts';

export interface Surroundings {
  /** The open prompt as it was asked. */
  readonly prompt: Prompt | undefined;
  readonly reach: Reach;
  readonly now: number;
}

/** One key press on the screen as it stands. Pure: the same key on the same view does the same. */
export function press(before: View, key: Key, { prompt, reach, now }: Surroundings): Pressed {
  const context = contextOf(before);
  const command = commandOf(context, key);
  if (before.sheet !== undefined) return { view: pressSheet(before, command, reach, now) };
  if (
    before.prompt?.kind === 'approve' &&
    (now < before.deafUntil || (before.modal === undefined && ignored(key, context === 'word')))
  ) {
    return { view: before };
  }
  const view = withSeen({ ...before, notice: undefined }, reach);
  if (view.modal !== undefined) return pressModal(view, view.modal, key, command, { prompt, now });
  const opened = openedBy(view, command);
  if (opened !== undefined) return { view: opened };
  const own =
    prompt === undefined || view.prompt === undefined
      ? undefined
      : pressPrompt(view, view.prompt, prompt, key, command);
  if (own !== undefined) return own;
  const scroll = scrolled(view.scroll, command, reach);
  return { view: scroll === undefined ? view : withSeen({ ...view, scroll }, reach) };
}

/** A change is seen once its end is on the screen. */
function withSeen(view: View, { max }: Reach): View {
  const { prompt, scroll } = view;
  return prompt?.kind !== 'approve' || scroll < max ? view : { ...view, prompt: { ...prompt, seen: true } };
}

/** Several characters in one read were typed ahead or pasted: they press no button, they only type the word. */
function ignored({ alone, text }: Key, typing: boolean): boolean {
  return !alone && !(typing && text !== '');
}

function pressSheet(view: View, command: Command | undefined, reach: Reach, now: number): View {
  switch (command) {
    case 'back':
    case 'confirm':
      return { ...view, sheet: undefined, sheetScroll: 0, deafUntil: now + 300 };
    case 'next':
    case 'previous':
      return { ...view, sheet: view.sheet === 'facts' ? 'activity' : 'facts', sheetScroll: 0 };
    default:
      return { ...view, sheetScroll: scrolled(view.sheetScroll, command, reach) ?? view.sheetScroll };
  }
}

function openedBy(view: View, command: Command | undefined): View | undefined {
  switch (command) {
    case 'help':
      return { ...view, sheet: 'help', sheetScroll: 0 };
    case 'activity':
      return { ...view, sheet: view.facts.length > 0 ? 'facts' : 'activity', sheetScroll: 0 };
    case 'briefing':
      return view.briefing.length === 0
        ? { ...view, notice: { text: safeText('There is no briefing.'), tone: 'plain' } }
        : { ...view, sheet: 'briefing', sheetScroll: 0 };
    case 'quit':
      return { ...view, modal: { kind: 'stop', focus: 'stay' } };
    default:
      return undefined;
  }
}
