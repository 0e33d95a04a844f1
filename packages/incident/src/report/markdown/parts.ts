import { markdownCode, markdownText } from '@firebreak/untrusted';
import { utcTime } from '../duration.ts';
import type { Phrase } from '../phrase.ts';

/** A sentence in one line; firebreak's own words are taken as they are. */
export function phrasesAsMarkdown(phrases: readonly Phrase[]): string {
  return phrases
    .map((phrase) => {
      if (typeof phrase === 'string') return phrase;
      return 'text' in phrase ? markdownText(phrase.text) : markdownCode(phrase.code);
    })
    .join('');
}

export function timeAsMarkdown(at: string | null): string {
  return at === null ? 'not yet' : markdownText(utcTime(at));
}

/** The lines of a table. Columns and cells are Markdown already. */
export function markdownTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
