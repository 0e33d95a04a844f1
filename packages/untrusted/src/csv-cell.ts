import { safeText } from './safe-text.ts';

/**
 * One CSV cell that no spreadsheet takes for a formula: text that starts with `= + - @` (also after blanks)
 * gets a leading apostrophe.
 * Source: OWASP, "CSV Injection".
 */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  const text = safeText(value);
  const guarded = /^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\n\r']/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
