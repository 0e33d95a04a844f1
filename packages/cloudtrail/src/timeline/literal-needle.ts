/** What every writer of JSON writes as it is. Some escape `/`, `+`, `=`, `&`, `<`, `>` and `'`. */
const LITERAL = /^[\w.,@: -]{3,}$/;

/** The longest of these texts that stands in JSON as it is, and is long enough to be looked for. */
export function literalNeedle(...texts: readonly string[]): string | undefined {
  return texts.filter((text) => LITERAL.test(text)).sort((a, b) => b.length - a.length)[0];
}
