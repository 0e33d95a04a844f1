const CHOICES = /query: \$\{(\d+)\|[^|]*\|\}/;

/** The snippets with the names of the saved queries as what a query step offers. */
export function withQueryChoices(snippets: string, names: readonly string[]): string {
  if (!CHOICES.test(snippets))
    throw new RangeError('Cannot find the choices of a query step in the snippets');
  return snippets.replace(CHOICES, (_, place: string) => `query: \${${place}|${names.join(',')}|}`);
}
