import type { Edit } from '../text/text-field.ts';
import type { Key } from './read-keys.ts';

/** The editing keys of a text field, as in a shell; they are the same everywhere. */
const EDITS: Readonly<Record<string, Edit>> = {
  backspace: { kind: 'backspace' },
  delete: { kind: 'delete' },
  left: { kind: 'left' },
  right: { kind: 'right' },
  home: { kind: 'home' },
  end: { kind: 'end' },
  'ctrl+a': { kind: 'home' },
  'ctrl+e': { kind: 'end' },
  'ctrl+u': { kind: 'clear' },
  'ctrl+w': { kind: 'word' },
};

export function fieldEdit({ name, text }: Key): Edit | undefined {
  return text === '' ? EDITS[name] : { kind: 'insert', text };
}
