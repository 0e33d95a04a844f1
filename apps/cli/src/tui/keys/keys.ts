import type { Context } from './context.ts';
import type { Key } from './read-keys.ts';

export type Command =
  | 'interrupt'
  | 'confirm'
  | 'toggle'
  | 'pick'
  | 'retry'
  | 'finish'
  | 'copy'
  | 'skip'
  | 'yes'
  | 'up'
  | 'down'
  | 'next'
  | 'previous'
  | 'page-up'
  | 'page-down'
  | 'top'
  | 'bottom'
  | 'activity'
  | 'briefing'
  | 'help'
  | 'back'
  | 'quit';

const LETTERS_FREE: readonly Context[] = [
  'busy',
  'read',
  'ticks',
  'decide',
  'approve',
  'ran',
  'paste-empty',
  'failed',
];
const FIELDS: readonly Context[] = ['ask', 'word', 'paste'];
const PANES: readonly Context[] = [...LETTERS_FREE, ...FIELDS];
const SHEETS: readonly Context[] = ['sheet', 'tabs'];
const ALL: readonly Context[] = [...PANES, ...SHEETS, 'reason', 'stop'];

/** A command, where it works, its keys, how they are written on the screen and what they do. */
type Row = readonly [
  command: Command,
  contexts: readonly Context[],
  keys: string,
  shown: string,
  says: string,
  footer?: 'footer',
];

/**
 * Every key there is. The footer, the help and the input handler read this table and nothing else; the footer shows
 * the rows marked for it, in this order.
 */
const TABLE: readonly Row[] = [
  ['confirm', ['read', 'ticks'], 'enter', 'Enter', 'continue', 'footer'],
  ['confirm', ['ask'], 'enter', 'Enter', 'answer', 'footer'],
  ['confirm', ['decide'], 'enter', 'Enter', 'choose', 'footer'],
  ['confirm', ['approve', 'word', 'stop'], 'enter', 'Enter', 'press', 'footer'],
  ['confirm', ['ran'], 'enter', 'Enter', 'I ran it', 'footer'],
  ['confirm', ['reason'], 'enter', 'Enter', 'skip the step', 'footer'],
  ['confirm', ['paste-empty', 'paste'], 'enter', 'Enter', 'next line; on an empty line: done'],
  ['confirm', ['sheet'], 'enter space', 'Enter', 'close', 'footer'],
  ['finish', ['paste'], 'ctrl+d', 'Ctrl+D', 'done', 'footer'],
  ['toggle', ['ticks'], 'space', 'Space', 'tick', 'footer'],
  ['next', ['approve', 'stop'], 'tab right l', 'Tab', 'next', 'footer'],
  ['next', ['word'], 'tab', 'Tab', 'next', 'footer'],
  ['next', ['tabs'], 'tab right l', 'Tab', 'findings / activity', 'footer'],
  ['previous', ['approve', 'stop', 'tabs'], 'shift+tab left h', '←', 'the one before'],
  ['previous', ['word'], 'shift+tab', 'Shift+Tab', 'the one before'],
  ['yes', ['stop'], 'y', 'y', 'stop', 'footer'],
  ['retry', ['failed'], 'r', 'r', 'retry', 'footer'],
  ['down', ['ticks', 'decide'], 'down j', '↑↓', 'move', 'footer'],
  ['up', ['ticks', 'decide'], 'up k', '↑ k', 'up the list'],
  ['pick', ['decide'], '1 2 3 4 5 6 7 8 9', '1–9', 'go to an option'],
  ['down', ['read', 'approve', ...SHEETS], 'down j', '↑↓', 'scroll', 'footer'],
  ['down', ['busy', 'ran', 'paste-empty', 'failed'], 'down j', '↓ j', 'scroll down'],
  ['down', [...FIELDS, 'reason'], 'down', '↓', 'scroll down'],
  ['up', ['busy', 'read', 'approve', 'ran', 'paste-empty', 'failed', ...SHEETS], 'up k', '↑ k', 'scroll up'],
  ['up', [...FIELDS, 'reason'], 'up', '↑', 'scroll up'],
  ['page-up', [...PANES, ...SHEETS, 'reason'], 'pageup', 'PgUp', 'a page up'],
  ['page-down', [...PANES, ...SHEETS, 'reason'], 'pagedown', 'PgDn', 'a page down'],
  ['page-up', [...LETTERS_FREE, ...SHEETS], 'ctrl+u', 'Ctrl+U', 'a page up'],
  ['page-down', [...LETTERS_FREE, ...SHEETS], 'ctrl+d', 'Ctrl+D', 'a page down'],
  ['top', [...LETTERS_FREE, ...SHEETS], 'g home <', 'g', 'to the top'],
  ['bottom', [...LETTERS_FREE, ...SHEETS], 'G end >', 'G', 'to the end'],
  ['copy', ['ran', 'paste-empty'], 'y', 'y', 'copy command', 'footer'],
  ['skip', ['ran', 'paste-empty', 'failed'], 's ctrl+x', 's', 'skip', 'footer'],
  ['skip', ['ask', 'paste'], 'ctrl+x', 'Ctrl+X', 'skip', 'footer'],
  ['activity', LETTERS_FREE, 'f ctrl+o', 'f', 'findings', 'footer'],
  ['activity', FIELDS, 'ctrl+o', 'Ctrl+O', 'findings', 'footer'],
  ['briefing', LETTERS_FREE, 'b', 'b', 'briefing'],
  ['back', ['tabs'], 'esc q f', 'Esc', 'back', 'footer'],
  ['back', ['sheet'], 'esc q ?', 'Esc', 'close'],
  ['back', ['reason'], 'esc', 'Esc', 'back', 'footer'],
  ['back', ['stop'], 'esc n q', 'n', 'keep going', 'footer'],
  ['back', ['approve', 'word'], 'esc', 'Esc', 'cancel', 'footer'],
  ['quit', LETTERS_FREE, 'q esc', 'q', 'stop', 'footer'],
  ['quit', ['ask', 'paste'], 'esc', 'Esc', 'stop', 'footer'],
  ['help', LETTERS_FREE, '? ctrl+g', '?', 'help', 'footer'],
  ['help', FIELDS, 'ctrl+g', 'Ctrl+G', 'help', 'footer'],
  ['interrupt', ALL, 'ctrl+c', 'Ctrl+C', 'leave at once (press it twice)'],
];

export interface Hint {
  readonly shown: string;
  readonly says: string;
}

export function commandOf(context: Context, { name }: Key): Command | undefined {
  return TABLE.find(
    ([, contexts, keys]) => contexts.includes(context) && keys.split(' ').includes(name),
  )?.[0];
}

/** The footer's keys. */
export function hintsOf(context: Context): readonly Hint[] {
  return rowsOf(context)
    .filter(([, , , , , footer]) => footer === 'footer')
    .map(hint);
}

/** The help's keys: all that do something here. */
export function helpOf(context: Context): readonly Hint[] {
  return rowsOf(context).map(hint);
}

function rowsOf(context: Context): readonly Row[] {
  return TABLE.filter(([, contexts]) => contexts.includes(context));
}

function hint([, , , shown, says]: Row): Hint {
  return { shown, says };
}
