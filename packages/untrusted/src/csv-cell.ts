import { safeText } from './safe-text.ts';

/** The signs that start a formula, and their wide and small forms, which spreadsheets take for the same. */
const FORMULA = /^\s*[=+\-@＝＋－＠﹦﹢﹣﹫]/;

/**
 * One cell of a comma-separated file that no spreadsheet takes for a formula: text that starts with `= + - @` (also
 * after blanks) gets a leading apostrophe. Numbers and booleans stand as they are, null and undefined are empty.
 * Source: OWASP, "CSV Injection".
 */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  const text = safeText(value);
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  // Only what no reader of any dialect can take for a separator, a quote or a comment goes without quotes.
  return /^[A-Za-z0-9](?:[A-Za-z0-9 _.:/@+=-]*[A-Za-z0-9])?$/.test(guarded)
    ? guarded
    : `"${guarded.replaceAll('"', '""')}"`;
}
