import type { QueryColumn } from '../query-engine.ts';
import { sqlTokens } from '../sql-token.ts';

/** DuckDB's names of types where Athena has another, or another width for the same values. */
const ATHENA_NAMES: ReadonlyMap<string, string> = new Map([
  ['blob', 'varbinary'],
  ['hugeint', 'bigint'],
  ['uhugeint', 'bigint'],
  ['ubigint', 'bigint'],
  ['uinteger', 'bigint'],
  ['usmallint', 'integer'],
  ['utinyint', 'smallint'],
  ['list', 'array'],
  ['struct', 'row'],
  ['sqlnull', 'unknown'],
  ['"null"', 'unknown'],
  ['timestamp_s', 'timestamp'],
  ['timestamp_ms', 'timestamp'],
  ['timestamp_ns', 'timestamp'],
]);

/** Words that stand for a value, not for a column that could lend its name. */
const NAMELESS = /^(?:null|true|false|current_\w+|localtime\w*)$/i;

/**
 * The name of a type as `ColumnInfo.Type` has it (Athena API Reference, "ColumnInfo"): without precision, and
 * without the types of what an array, map or row holds.
 */
export function athenaType(duckDbType: string): string {
  const text = duckDbType.toLowerCase();
  if (text.endsWith(']')) return 'array';
  const name = text.split('(')[0] ?? '';
  return ATHENA_NAMES.get(name) ?? name;
}

/**
 * Columns as Athena names them: an expression without an alias is `_col` and its place, from 0. Names that DuckDB made
 * unique by a number are as they were.
 */
export function athenaColumns(
  sql: string,
  names: readonly string[],
  types: readonly string[],
): QueryColumn[] {
  const written = new Set(
    sqlTokens(sql).flatMap(({ kind, text }) => {
      if (kind === 'quoted-name') return [text.slice(1, -1).replaceAll('""', '"').toLowerCase()];
      return kind === 'word' ? [text.toLowerCase()] : [];
    }),
  );
  const seen = new Set<string>();
  return names.map((name, index) => {
    const type = athenaType(types[index] ?? '');
    const numbered = /^(?<base>.+)_\d+$/s.exec(name)?.groups?.['base'];
    const twice = numbered !== undefined && seen.has(numbered) && !written.has(name.toLowerCase());
    const own = twice ? numbered : name;
    seen.add(own);
    const nameless = !written.has(own.toLowerCase()) && !/^[A-Za-z_]\w*$/.test(own);
    return { name: nameless || NAMELESS.test(own) ? `_col${index}` : own, type };
  });
}
