import type { View } from '../state/view.ts';

/** Where a key press lands; it decides what the key means. */
export type Context =
  | 'busy'
  | 'read'
  | 'ticks'
  | 'ask'
  | 'decide'
  | 'approve'
  | 'word'
  | 'ran'
  | 'paste-empty'
  | 'paste'
  | 'failed'
  | 'reason'
  | 'stop'
  | 'sheet'
  | 'tabs';

export function contextOf({ sheet, modal, prompt }: View): Context {
  if (sheet !== undefined) return sheet === 'activity' || sheet === 'facts' ? 'tabs' : 'sheet';
  if (modal !== undefined) return modal.kind;
  if (prompt === undefined) return 'busy';
  switch (prompt.kind) {
    case 'read':
      return prompt.ticks.length > 0 ? 'ticks' : 'read';
    case 'approve':
      return prompt.focus === 'word' ? 'word' : 'approve';
    case 'by-hand':
      if (prompt.output !== '') return 'paste';
      return prompt.wants === 'done' ? 'ran' : 'paste-empty';
    default:
      return prompt.kind;
  }
}
