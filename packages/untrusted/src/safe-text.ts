declare const safe: unique symbol;

/** Text that a terminal shows and never obeys. Only {@link safeText} makes it. */
export type SafeText = string & { readonly [safe]: true };

const MAX_LENGTH = 10_000;
const MAX_MARKS = 4;

/** Characters that are not drawn, reorder their neighbours or have no meaning at all. */
const INVISIBLE = /\p{Cf}|\p{Co}|\p{Cn}|\p{Zl}|\p{Zp}|\u115F|\u1160|\u3164|\uFFA0|\u034F/u;

/**
 * Shows control characters instead of obeying or hiding them: ESC becomes `␛`, C1 controls `\x9b`,
 * invisible and reordering characters `<U+202E>`. Log text is written by the intruder, so nothing of it may
 * move the cursor, plant a link, hide a word or turn a line around; and nothing is dropped, because a
 * responder has to see that it was there.
 *
 * @param keep `lines` lets line feeds and tabs stand, for text that is laid out in several lines.
 */
export function safeText(value: unknown, keep?: 'lines'): SafeText {
  const text = (typeof value === 'string' ? value : String(value)).toWellFormed();
  let shown = '';
  let marks = 0;
  for (const character of text.length > MAX_LENGTH ? text.slice(0, MAX_LENGTH).toWellFormed() : text) {
    marks = /\p{M}/u.test(character) ? marks + 1 : 0;
    shown += marks > MAX_MARKS ? named(character) : shownCharacter(character, keep);
  }
  if (text.length > MAX_LENGTH) shown += `… (${text.length - MAX_LENGTH} more characters)`;
  return shown as SafeText;
}

function shownCharacter(character: string, keep: 'lines' | undefined): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return character;
  if (code < 0x20) {
    if (keep === 'lines' && (code === 0x0a || code === 0x09)) return character;
    return String.fromCodePoint(0x2400 + code);
  }
  if (code === 0x7f) return '␡';
  if (code < 0xa0) return `\\x${code.toString(16)}`;
  return INVISIBLE.test(character) ? named(character) : character;
}

function named(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `<U+${code.padStart(4, '0')}>`;
}
