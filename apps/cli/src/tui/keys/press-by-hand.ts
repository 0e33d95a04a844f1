import type { ByHandPrompt } from '@firebreak/runbook';
import { safeText } from '@firebreak/untrusted';
import type { PromptView, View } from '../state/view.ts';
import { graphemes } from '../text/cell-width.ts';
import { cliOutput } from '../text/cli-output.ts';
import type { Command } from './keys.ts';
import type { Pressed } from './pressed.ts';
import type { Key } from './read-keys.ts';

type ByHand = Extract<PromptView, { kind: 'by-hand' }>;

/** A key on a call that the responder makes in another terminal. */
export function pressByHand(
  view: View,
  shown: ByHand,
  asked: ByHandPrompt,
  key: Key,
  command: Command | undefined,
): Pressed | undefined {
  if (command === 'copy') return copied(view, shown, asked.command);
  if (shown.wants === 'done' && shown.output === '')
    return command === 'confirm' ? { view, answer: { kind: 'ran', output: '' } } : undefined;
  if (command === 'finish') return finished(view, shown);
  if (command === 'confirm' || key.name === 'enter') {
    const done = key.alone && (isWhole(shown.output) || /(^|\n)$/.test(shown.output));
    return done ? finished(view, shown) : { view: typed(view, shown, '\n') };
  }
  if (command !== undefined) return undefined;
  if (key.name === 'backspace') return { view: withOutput(view, shown, withoutLast(shown.output)) };
  if (key.name === 'ctrl+u') return { view: withOutput(view, shown, '') };
  return key.text === '' ? undefined : { view: typed(view, shown, key.text) };
}

/** Appends what was typed or pasted. */
export function typed(view: View, shown: ByHand, text: string): View {
  return withOutput(view, shown, shown.output + text.replace(/\r\n?/g, '\n'));
}

function withOutput(view: View, shown: ByHand, output: string): View {
  return { ...view, prompt: { ...shown, output } };
}

function withoutLast(text: string): string {
  const start = Math.max(0, text.length - 40);
  return text.slice(0, start) + graphemes(text.slice(start)).slice(0, -1).join('');
}

function finished(view: View, shown: ByHand): Pressed {
  if (isWhole(shown.output)) return { view, answer: { kind: 'ran', output: shown.output.trim() } };
  const text =
    shown.output.trim() === ''
      ? 'Paste the JSON that the command printed first.'
      : 'This is neither whole JSON nor an error of the AWS CLI. Paste the rest, or Ctrl+U and paste it again.';
  return { view: { ...view, notice: { text: safeText(text), tone: 'bad' } } };
}

function isWhole(output: string): boolean {
  return cliOutput(output) !== 'unfinished';
}

/** What is copied must be what is shown: a command with hidden characters is not handed over. */
function copied(view: View, shown: ByHand, command: string): Pressed {
  if (safeText(command) !== command || command !== shown.command) {
    const text = safeText('Not copied: the command holds characters that do not show.');
    return { view: { ...view, notice: { text, tone: 'bad' } } };
  }
  const text = safeText('Handed to the clipboard, if this terminal allows it.');
  return { view: { ...view, notice: { text, tone: 'plain' } }, copy: command };
}
