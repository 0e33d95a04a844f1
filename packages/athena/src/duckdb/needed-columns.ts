import { type SqlToken, sqlTokens } from '../sql-token.ts';
import { PARTITION_COLUMNS, TRAIL_COLUMNS, type TrailFields } from '../trail-table.ts';

/** The part of a column that a statement can ask for: all of it, or some fields of a struct. */
export type Need = 'all' | ReadonlyMap<string, Need>;

/** Columns that a statement can ask for, in the order of the table. */
export type NeededColumns = ReadonlyMap<string, Need>;

export const ALL_COLUMNS: NeededColumns = new Map(
  [...Object.keys(TRAIL_COLUMNS), ...PARTITION_COLUMNS].map((name) => [name, 'all']),
);

/** Words with which a statement asks for columns that it does not name. */
const UNNAMED = new Set(['natural', 'table', 'describe', 'show', 'summarize', 'columns', 'explain']);

/**
 * The columns of `cloudtrail_logs` whose names occur in a statement, and of structs the fields: a column that is not
 * named cannot be asked for, and what is not declared costs nothing to read. Names too many, never too few.
 */
export function neededColumns(sql: string): NeededColumns {
  const tokens = sqlTokens(sql)
    .filter(({ kind }) => kind !== 'space')
    .map((token) => ({ token, name: nameOf(token) }));
  const names = tokens.map(({ name }) => name);
  const starred = tokens.some(
    ({ token }, index) => token.text === '*' && !(names[index - 2] === 'count' && names[index - 1] === '('),
  );
  if (starred || !names.includes('select') || names.some((name) => UNNAMED.has(name))) return ALL_COLUMNS;
  const found = new Map<string, Need>();
  names.forEach((name, index) => {
    if (tokens[index]?.token.kind === 'text' || !ALL_COLUMNS.has(name)) return;
    const type = TRAIL_COLUMNS[name];
    const fields = typeof type === 'object' && 'struct' in type ? type.struct : undefined;
    found.set(name, both(found.get(name), needAt(names, index + 1, fields)));
  });
  return new Map([...ALL_COLUMNS.keys()].flatMap((name) => entry(name, found.get(name))));
}

function entry(name: string, need: Need | undefined): [string, Need][] {
  return need === undefined ? [] : [[name, need]];
}

/** What `.field.field` after a struct asks for. */
function needAt(names: readonly string[], index: number, fields: TrailFields | undefined): Need {
  const field = names[index + 1];
  if (fields === undefined || names[index] !== '.' || field === undefined) return 'all';
  if (!Object.hasOwn(fields, field)) return 'all';
  const type = fields[field];
  const inner = typeof type === 'object' && 'struct' in type ? type.struct : undefined;
  return new Map([[field, needAt(names, index + 2, inner)]]);
}

function both(one: Need | undefined, other: Need): Need {
  if (one === undefined) return other;
  if (one === 'all' || other === 'all') return 'all';
  return bothNeeds(one, other);
}

/** What one or the other needs. */
export function bothNeeds(one: NeededColumns, other: NeededColumns): NeededColumns {
  const merged = new Map(one);
  for (const [name, need] of other) merged.set(name, both(merged.get(name), need));
  return merged;
}

/** The same columns, and all of each. */
export function wholeColumns(columns: NeededColumns): NeededColumns {
  return new Map([...columns.keys()].map((name) => [name, 'all']));
}

function nameOf({ kind, text }: SqlToken): string {
  const name = kind === 'quoted-name' ? text.slice(1, -1).replaceAll('""', '"') : text;
  return name.toLowerCase();
}
