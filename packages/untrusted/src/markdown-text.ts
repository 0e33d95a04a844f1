import { safeText } from './safe-text.ts';

/** Text for one Markdown line or table cell: every character with a meaning in Markdown or HTML is escaped. */
export function markdownText(value: unknown): string {
  return safeText(value).replace(/[\\`*_{}[\]<>()#+\-.!|~&:@]/g, (character) => {
    if (character === '<') return '&lt;';
    if (character === '&') return '&amp;';
    return /[-.():@]/.test(character) ? character : `\\${character}`;
  });
}

/** Text for a Markdown code span, which shows it letter by letter. A pipe is escaped, so that it may stand in a table. */
export function markdownCode(value: unknown): string {
  const text = safeText(value).replaceAll('|', '\\|');
  if (text === '') return '` `';
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `\`${text}\`` : `${fence} ${text} ${fence}`;
}
