import { markdownCode } from './markdown-code.ts';
import { safeText } from './safe-text.ts';

/**
 * What GitHub turns into a link, a mention or a picture by itself, whatever is escaped: `https://…`, `www.…`,
 * `a@b.c`, `@name`, `#12`, `GH-12`, `:name:`, and 7 or more hexadecimal digits, which may be a commit.
 */
const LIVE =
  /@|:\/\/|www\.|#\d|\bGH-\d|:[a-z_+-][\w+-]*:|(?:mailto|xmpp):|(?<![0-9a-z])(?=[0-9a-f]*\d)[0-9a-f]{7,40}(?![0-9a-z])/i;

/**
 * Text for one Markdown line or table cell: every character with a meaning in Markdown or HTML is escaped, also at
 * the start of a line, and a word that would come alive as a link becomes a code span.
 */
export function markdownText(value: unknown): string {
  const words = safeText(value).split(' ');
  const shown = words.map((word) => (LIVE.test(word) ? markdownCode(word) : escaped(word))).join(' ');
  return atLineStart(shown).replace(/ $/, '&#32;');
}

function escaped(word: string): string {
  return word.replace(/[\\`*_{}[\]<>#!|~&$^]/g, (character) => {
    if (character === '<') return '&lt;';
    if (character === '&') return '&amp;';
    return `\\${character}`;
  });
}

/** Disarms what has a meaning only there: lists, rules, underlined headings and indented code. */
function atLineStart(text: string): string {
  return text
    .replace(/^[-+=:]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^ /, '&#32;');
}
