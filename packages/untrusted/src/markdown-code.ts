import { safeText } from './safe-text.ts';

/**
 * A Markdown code span, which shows text letter by letter, in a line or a table cell. A pipe stands between two
 * spans: inside one it would end the table cell, and its escape would show outside a table.
 */
export function markdownCode(value: unknown): string {
  const text = safeText(value);
  if (text === '') return '` `';
  return text
    .split('|')
    .map((part) => (part === '' ? '' : span(part)))
    .join('\\|');
}

function span(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  // Markdown takes one blank off both ends, and a backtick must not touch the fence.
  const pad = /^[ `]|[ `]$/.test(text) && /[^ ]/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}
