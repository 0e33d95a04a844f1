/** A stretch of a sentence: firebreak's own words, text from elsewhere, or an id that is shown letter by letter. */
export type Phrase = string | { readonly text: string } | { readonly code: string };

/** Marks an id, a path or a hash inside {@link sentence}. */
export function code(value: string): Phrase {
  return { code: value };
}

/**
 * A sentence as phrases: what stands in the template is firebreak's, every string in it is somebody else's. A list
 * of phrases is put in as it is, so own words that depend on something go into a list.
 */
export function sentence(
  own: TemplateStringsArray,
  ...values: readonly (string | number | Phrase | readonly Phrase[])[]
): readonly Phrase[] {
  return own
    .flatMap((words, index): readonly Phrase[] => {
      const value = values[index];
      if (value === undefined) return [words];
      if (typeof value === 'string') return [words, { text: value }];
      if (typeof value === 'number') return [words, String(value)];
      return [words, ...(isList(value) ? value : [value])];
    })
    .filter((phrase) => phrase !== '');
}

/** Several sentences or names in a row, with words between them. */
export function joined(parts: readonly (readonly Phrase[])[], between: string): readonly Phrase[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [between, ...part]));
}

/** The sentence as plain text, still unsafe: whoever shows it passes it through a door of its own. */
export function plainText(phrases: readonly Phrase[]): string {
  return phrases
    .map((phrase) => (typeof phrase === 'string' ? phrase : 'text' in phrase ? phrase.text : phrase.code))
    .join('');
}

function isList(value: Phrase | readonly Phrase[]): value is readonly Phrase[] {
  return Array.isArray(value);
}
