import type { Column } from '@aws-sdk/client-athena';
import type { AthenaCalls } from '../athena/athena-calls.ts';
import type { TableColumn } from './hive-columns.ts';
import type { CurrentTable } from './table-difference.ts';

/** What is there of a set-up. */
export interface CurrentCatalog {
  readonly database: boolean;
  /** The tables that are there, by name. */
  readonly tables: ReadonlyMap<string, CurrentTable>;
}

/**
 * Looks into the catalogue, through Athena.
 * @throws {AccessRefused}, {CredentialsRejected} or {QueryFailed} when it cannot.
 */
export async function readCatalog(
  { calls, catalog }: { readonly calls: AthenaCalls; readonly catalog: string },
  { database, tables }: { readonly database: string; readonly tables: readonly string[] },
  signal?: AbortSignal,
): Promise<CurrentCatalog> {
  if (!(await calls.hasDatabase({ catalog, database }, signal)))
    return { database: false, tables: new Map() };
  const found = new Map<string, CurrentTable>();
  for (const table of tables) {
    const metadata = await calls.table({ catalog, database, table }, signal);
    if (metadata === undefined) continue;
    found.set(table, {
      columns: columnsOf(metadata.Columns),
      partitions: columnsOf(metadata.PartitionKeys),
      parameters: metadata.Parameters ?? {},
    });
  }
  return { database: true, tables: found };
}

function columnsOf(columns: readonly Column[] = []): TableColumn[] {
  return columns.map(({ Name = '', Type = '' }) => ({ name: Name, type: Type }));
}
