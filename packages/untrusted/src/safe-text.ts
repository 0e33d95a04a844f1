import { shownText } from './shown-text.ts';

declare const safe: unique symbol;

/** Text that a terminal shows and never obeys. Only {@link safeText} makes it. */
export type SafeText = string & { readonly [safe]: true };

const MAX_LENGTH = 10_000;

/**
 * Shows control characters instead of obeying or hiding them: ESC becomes `␛`, C1 controls `\x9b`,
 * invisible, reordering and unpaired characters `<U+202E>`, and so does every blank that is not a plain space.
 * Log text is written by the intruder, so nothing of it may move the cursor, plant a link, hide a word or turn a
 * line around; and nothing is dropped, because a responder has to see that it was there.
 *
 * Arrays and objects are shown as JSON. The result is at most 10,000 UTF-16 units long and says how many units of
 * the value it leaves out. Safe text stays as it is when it comes through here again. Never throws.
 *
 * @param keep `lines` lets line feeds and tabs stand, for text that is laid out in several lines.
 */
export function safeText(value: unknown, keep?: 'lines'): SafeText {
  return shownText(textOf(value), keep, MAX_LENGTH) as SafeText;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return value.toString();
  try {
    const json = typeof value === 'object' && !(value instanceof Error) ? JSON.stringify(value) : undefined;
    return json ?? String(value);
  } catch {
    // A cycle, or an object that does not want to be text.
    return Object.prototype.toString.call(value);
  }
}
