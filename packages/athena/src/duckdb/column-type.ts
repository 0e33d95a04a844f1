import type { TrailType } from '../trail-table.ts';
import { deliveredName } from './delivered-names.ts';
import type { Need } from './needed-columns.ts';

/** How the fields of a struct are named: as in the table, or as CloudTrail writes them. */
export type Naming = 'table' | 'delivered';

/**
 * A column's type in DuckDB. What is `json` in the table is text here too: DuckDB turns a value of another kind into
 * its JSON text, and leaves a string as it is.
 */
export function columnType(
  type: TrailType,
  { need, naming, path }: { need: Need; naming: Naming; path: readonly [string, ...string[]] },
): string {
  if (type === 'text' || type === 'json') return 'VARCHAR';
  if (type === 'map') return 'MAP(VARCHAR, VARCHAR)';
  const fields = 'struct' in type ? type.struct : type.listOf;
  const parts = Object.entries(fields).flatMap(([name, inner]) => {
    const wanted = need === 'all' ? 'all' : need.get(name);
    if (wanted === undefined) return [];
    const below: [string, ...string[]] = [...path, name];
    const written = naming === 'table' ? name : deliveredName(...below);
    return [`"${written}" ${columnType(inner, { need: wanted, naming, path: below })}`];
  });
  const struct = `STRUCT(${parts.join(', ')})`;
  return 'struct' in type ? struct : `${struct}[]`;
}

/** Text as a literal of SQL. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
