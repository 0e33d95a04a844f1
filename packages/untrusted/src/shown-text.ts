/** A base letter may carry this many combining marks; further ones would paint over the lines around it. */
const MAX_MARKS = 4;

/** Room for the words that say how much was left out. */
const RESERVE = 40;

const PLAIN = /^[\x20-\x7e]*$/;

/**
 * Characters that are not drawn, reorder their neighbours, look like a plain blank or have no meaning at all.
 * Default_Ignorable_Code_Point holds the tag characters, the variation selectors and the Hangul fillers; U+2800 is
 * a braille pattern without dots.
 */
const INVISIBLE = /\p{Cf}|\p{Co}|\p{Cn}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Zs}|\p{Default_Ignorable_Code_Point}|\u2800/u;

/** The text with every character that hides or acts replaced by one that shows, at most `limit` units long. */
export function shownText(text: string, keep?: 'lines', limit = Number.POSITIVE_INFINITY): string {
  if (text.length <= limit && PLAIN.test(text)) return text;
  let shown = '';
  let cut = { shown: 0, read: 0 };
  let read = 0;
  // A mark without a letter of its own would land on whatever stands before the text.
  let marks = MAX_MARKS;
  for (const character of text) {
    marks = character === '\n' ? MAX_MARKS : /\p{M}/u.test(character) ? marks + 1 : 0;
    shown += marks > MAX_MARKS ? named(character) : shownCharacter(character, keep);
    read += character.length;
    if (shown.length <= limit - RESERVE) cut = { shown: shown.length, read };
    if (shown.length > limit)
      return `${shown.slice(0, cut.shown)}… (${text.length - cut.read} more characters)`;
  }
  return shown;
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
