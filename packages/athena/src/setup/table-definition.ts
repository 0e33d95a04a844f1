import { SetupInvalid } from '../errors.ts';
import { declaredColumns, listItems, type TableColumn } from './hive-columns.ts';

/** What a CREATE EXTERNAL TABLE statement of `sql/tables` declares. */
export interface TableDefinition {
  readonly columns: readonly TableColumn[];
  readonly partitions: readonly TableColumn[];
  /** The class that reads a record. */
  readonly serde: string;
  readonly location: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly serdeProperties: Readonly<Record<string, string>>;
}

/**
 * Reads a statement whose placeholders are filled in.
 * @throws {SetupInvalid} when a part is missing.
 */
export function tableDefinition(statement: string, where: string): TableDefinition {
  const part = (pattern: RegExp, what: string): string => {
    const found = pattern.exec(statement)?.[1];
    if (found === undefined) {
      throw new SetupInvalid(`Cannot read a table: it has no ${what}`, {
        remedy: 'Write the statement as the other files of sql/tables are written.',
        where,
      });
    }
    return found;
  };
  return {
    columns: declaredColumns(part(/^CREATE EXTERNAL TABLE \S+ \(([\s\S]*?)\n\)\s*PARTITIONED BY/, 'columns')),
    partitions: declaredColumns(part(/PARTITIONED BY \(([^)]*)\)/, 'partitions')),
    serde: part(/ROW FORMAT SERDE '([^']+)'/, 'SerDe'),
    location: part(/\nLOCATION '([^']+)'/, 'location'),
    properties: pairs(part(/TBLPROPERTIES \(([\s\S]*?)\n\)/, 'properties')),
    serdeProperties: pairs(/WITH SERDEPROPERTIES \(([\s\S]*?)\n\)/.exec(statement)?.[1] ?? ''),
  };
}

/** A property list as the statement writes it, such as `'a' = '1', 'b' = '2'`. */
function pairs(text: string): Record<string, string> {
  return Object.fromEntries(
    listItems(text).map((item) => {
      const [, name = '', value = ''] = /^'([^']*)'\s*=\s*'([^']*)'$/.exec(item) ?? [];
      return [name, value];
    }),
  );
}
