import type { Key as InkKey } from 'ink';
import { graphemes } from '../text/cell-width.ts';

/** One key press. */
export interface Key {
  /** `enter`, `up`, `ctrl+d`, or the character itself. */
  readonly name: string;
  /** What it types; empty for keys that type nothing. */
  readonly text: string;
  /** Whether it came by itself. Characters in one read were typed ahead or pasted. */
  readonly alone: boolean;
}

const NAMED = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'esc'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
] as const;

/** Ink hands over what one read brought, which over a slow line is several keys: `jj` and Enter come as one text. */
export function readKeys(input: string, key: InkKey): readonly Key[] {
  if (key.tab) return [special(key.shift ? 'shift+tab' : 'tab')];
  const named = NAMED.find(([flag]) => key[flag]);
  if (named !== undefined) return [special(named[1])];
  if (key.ctrl) return [special(`ctrl+${input.toLowerCase()}`)];
  if (key.meta) return [special(`alt+${input}`)];
  const parts = graphemes(input);
  return parts.flatMap((part) => typed(part, parts.length === 1));
}

function special(name: string): Key {
  return { name, text: '', alone: true };
}

function typed(part: string, alone: boolean): readonly Key[] {
  if (/^[\r\n]+$/.test(part)) return [{ name: 'enter', text: '', alone }];
  if (part === '\t') return [{ name: 'tab', text: '', alone }];
  if (part === ' ') return [{ name: 'space', text: ' ', alone }];
  const code = part.codePointAt(0) ?? 0;
  if (code > 0 && code < 0x1b) return [{ name: `ctrl+${String.fromCharCode(code + 0x60)}`, text: '', alone }];
  if (code < 0x20 || code === 0x7f) return [];
  return [{ name: part, text: part, alone }];
}
