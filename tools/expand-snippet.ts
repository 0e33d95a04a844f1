/** What stands in for the variables of an editor that a snippet may use. */
const VARIABLES: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2026',
  CURRENT_MONTH: '11',
  CURRENT_DATE: '01',
};

/** A snippet's body as it stands in the editor before anything is typed: every placeholder at its default. */
export function expandSnippet(body: readonly string[]): string {
  return `${body.join('\n')}\n`
    .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^{}$]*)\}/g, '$1')
    .replace(/\$\{?([A-Z_]+)\}?/g, (_, name: string) => VARIABLES[name] ?? '')
    .replace(/\$\d+|\$\{\d+\}/g, '')
    .replace(/\\([$}\\])/g, '$1');
}
