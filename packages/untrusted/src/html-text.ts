import { safeText } from './safe-text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an HTML element or a quoted attribute: it can create neither element nor attribute. */
export function htmlText(value: unknown): string {
  return safeText(value, 'lines').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
