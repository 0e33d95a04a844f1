import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { trailRow } from '../../packages/athena/src/duckdb/trail-row.ts';

const DDL = join(import.meta.dirname, '../../sql/tables/cloudtrail_logs.sql');

/** A column of the table that Athena users create, with Trino's name for its type. */
export interface TrinoColumn {
  readonly name: string;
  readonly type: string;
}

/** The columns and partitions of `sql/tables/cloudtrail_logs.sql`. */
export async function trailColumns(): Promise<TrinoColumn[]> {
  const ddl = await readFile(DDL, 'utf8');
  const [, columns = ''] = /CREATE EXTERNAL TABLE \S+ \(([\s\S]*?)\n\)\s*PARTITIONED BY/.exec(ddl) ?? [];
  const [, partitions = ''] = /PARTITIONED BY \(([^)]*)\)/.exec(ddl) ?? [];
  return [...topLevel(columns), ...topLevel(partitions)].map((text) => {
    const [, name = '', type = ''] = /^(\w+)\s+([\s\S]+)$/.exec(text) ?? [];
    return { name, type: trinoType(type) };
  });
}

/** The statement that makes a table of these records, as Athena's table shows them. */
export function tableOf(schema: string, columns: readonly TrinoColumn[], records: readonly object[]): string {
  const rows = JSON.stringify(records.map((record) => trailRow(record as Record<string, unknown>)));
  const row = columns.map(({ name, type }) => `"${name}" ${type}`).join(', ');
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  return `CREATE TABLE memory.${schema}.cloudtrail_logs AS SELECT * FROM UNNEST(
    CAST(json_parse('${rows.replaceAll("'", "''")}') AS ARRAY(ROW(${row})))) AS t (${names})`;
}

/** Hive's name of a type as Trino's. */
function trinoType(hive: string): string {
  return hive
    .replace(/\s+/g, ' ')
    .replace(/(\w+)\s*:/g, '"$1" ')
    .replace(/\bstring\b/g, 'varchar')
    .replace(
      /\b(struct|array|map)\s*</g,
      (_, kind: string) => `${kind === 'struct' ? 'ROW' : kind.toUpperCase()}(`,
    )
    .replaceAll('>', ')');
}

/** Cut at the commas that no bracket holds. */
function topLevel(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '<' || character === '(') depth += 1;
    if (character === '>' || character === ')') depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
