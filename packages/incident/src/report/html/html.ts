import { htmlText } from '@firebreak/untrusted';

/** Markup whose every value went through {@link htmlText}: made by {@link html}, or from a text that is firebreak's own. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** What may stand in a template: markup as it is, anything else as text. */
export type HtmlValue = Html | readonly HtmlValue[] | string | number | null;

/** Markup from a template. A value that is not markup becomes text, also inside a quoted attribute; null is nothing. */
export function html(own: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(own.map((markup, index) => markup + markupOf(values[index] ?? null)).join(''));
}

function markupOf(value: HtmlValue): string {
  if (value === null) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'object') return value.map(markupOf).join('');
  // Line by line, because safe text has a length at which it is cut.
  return String(value)
    .split('\n')
    .map((line) => htmlText(line))
    .join('\n');
}
