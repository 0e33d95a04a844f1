import type { SavedQuery } from '../packages/athena/src/index.ts';

const CHOICES = /query: \$\{(\d+)\|[^|]*\|\}/;

/** The snippets with the names of the saved queries as what a query step offers, those that ask for a key alone first. */
export function withQueryChoices(snippets: string, queries: ReadonlyMap<string, SavedQuery>): string {
  if (!CHOICES.test(snippets))
    throw new RangeError('Cannot find the choices of a query step in the snippets');
  const all = [...queries.values()];
  const ordered = [...all.filter(isAboutKey), ...all.filter((query) => !isAboutKey(query))];
  const names = ordered.map(({ name }) => name).join(',');
  return snippets.replace(CHOICES, (_, place: string) => `query: \${${place}|${names}|}`);
}

function isAboutKey({ name, parameters }: SavedQuery): boolean {
  const required = parameters.filter((parameter) => parameter.required);
  return name.startsWith('key-') && required.length === 1 && required[0]?.name === 'access-key';
}
