import { readTime, utcTime } from '../duration.ts';
import type { Phrase } from '../phrase.ts';
import { type Html, type HtmlValue, html } from './html.ts';

/** A sentence; text from elsewhere stands in `bdi`, so that its direction stays its own affair. */
export function phrasesAsHtml(phrases: readonly Phrase[]): Html {
  return html`${phrases.map((phrase) => {
    if (typeof phrase === 'string') return phrase;
    return 'text' in phrase ? html`<bdi>${phrase.text}</bdi>` : html`<code>${phrase.code}</code>`;
  })}`;
}

export function timeAsHtml(at: string | null): Html {
  if (at === null) return html`<span class="none">not yet</span>`;
  return readTime(at) === undefined
    ? html`<bdi>${at}</bdi>`
    : html`<time datetime="${at}">${utcTime(at)}</time>`;
}

/** A section with its heading, or nothing when it is empty. */
export function section(title: string, body: HtmlValue): Html {
  return html`<section>\n<h2>${title}</h2>\n${body}\n</section>\n`;
}

/** A table with one heading row; the first cell of every row is the row's heading. Empty cells stay empty. */
export function table(
  options: { readonly caption: HtmlValue; readonly class?: string },
  columns: readonly string[],
  rows: readonly (readonly HtmlValue[])[],
): Html {
  return html`<div class="scroll"><table class="${options.class ?? 'plain'}">
${options.caption === null ? null : html`<caption>${options.caption}</caption>\n`}<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${row.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr>\n`)}</tbody>
</table></div>\n`;
}

/** Names and values in pairs; a pair without a value is left out. */
export function pairs(list: readonly (readonly [name: string, value: HtmlValue])[]): Html {
  const told = list.filter(([, value]) => value !== null);
  return html`<dl>\n${told.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>\n`;
}

/** A list of sentences with a heading above it, or nothing. */
export function bullets(title: string, sentences: readonly string[]): Html | null {
  if (sentences.length === 0) return null;
  return html`<div>\n<h4>${title}</h4>\n<ul>${sentences.map((text) => html`<li>${text}</li>`)}</ul>\n</div>\n`;
}
