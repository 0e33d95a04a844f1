import { fieldTypes, type TableColumn } from './hive-columns.ts';
import type { TableDefinition } from './table-definition.ts';

/** A table as the catalogue describes it (Athena API Reference, "TableMetadata"). */
export interface CurrentTable {
  readonly columns: readonly TableColumn[];
  readonly partitions: readonly TableColumn[];
  /** Properties, and besides them `location` and `serde.serialization.lib`. */
  readonly parameters: Readonly<Record<string, string>>;
}

export interface TableDifference {
  /** Fields that queries may ask for and that the table does not have, by their path. */
  readonly missing: readonly string[];
  /** Fields that only the table in the catalogue has. */
  readonly unknown: readonly string[];
  /** Fields of another type, partitions, the location and the SerDe, each as a short sentence. */
  readonly changed: readonly string[];
  /** Properties to set, such as a list of accounts that has grown. */
  readonly properties: Readonly<Record<string, string>>;
}

/** What would have to change in a table for it to be as its file says. */
export function tableDifference(wanted: TableDefinition, current: CurrentTable): TableDifference {
  const want = fieldTypes(wanted.columns);
  const have = fieldTypes(current.columns);
  const types = [...want].filter(([path, type]) => have.has(path) && have.get(path) !== type);
  const partitions = (columns: readonly TableColumn[]) =>
    columns.map(({ name, type }) => `${name.toLowerCase()} ${type.toLowerCase()}`).join(', ');
  const { location, 'serde.serialization.lib': serde } = current.parameters;
  return {
    missing: [...want.keys()].filter((path) => !have.has(path)),
    unknown: [...have.keys()].filter((path) => !want.has(path)),
    changed: [
      ...types.map(([path, type]) => `${path} is ${shown(have.get(path))}, not ${type}`),
      ...differing('the partitions are', partitions(current.partitions), partitions(wanted.partitions)),
      ...differing('the location is', withoutSlash(location), withoutSlash(wanted.location)),
      ...differing('the SerDe is', serde, wanted.serde),
      ...serdeProperties(wanted, current),
    ],
    properties: Object.fromEntries(
      Object.entries(wanted.properties).filter(([name, value]) => !same(current.parameters[name], value)),
    ),
  };
}

/** The catalogue lists the properties of a SerDe behind `serde.param.`; one that lists none is not compared. */
function serdeProperties({ serdeProperties: want }: TableDefinition, { parameters }: CurrentTable): string[] {
  const listed = Object.keys(parameters).filter((name) => name.startsWith(SERDE_PROPERTY));
  if (listed.every((name) => name === `${SERDE_PROPERTY}serialization.format`)) return [];
  const other = Object.entries(want).filter(
    ([name, value]) => parameters[`${SERDE_PROPERTY}${name}`]?.toLowerCase() !== value.toLowerCase(),
  );
  return other.length === 0 ? [] : [`the SerDe lacks ${other.map(([name]) => name).join(', ')}`];
}

const SERDE_PROPERTY = 'serde.param.';

/** Nothing is said of what the catalogue leaves out. */
function differing(what: string, have: string | undefined, want: string | undefined): string[] {
  return have === undefined || have === want ? [] : [`${what} ${shown(have)}, not ${shown(want)}`];
}

function withoutSlash(location: string | undefined): string | undefined {
  return location?.replace(/\/+$/, '');
}

/** Lists of accounts and regions are the same in any order. */
function same(have: string | undefined, want: string): boolean {
  if (have === undefined) return false;
  const items = (text: string) =>
    text
      .split(',')
      .map((item) => item.trim())
      .sort()
      .join(',');
  return have === want || items(have) === items(want);
}

/** What the catalogue holds was written by others. */
function shown(text: string | undefined): string {
  return (text ?? '').replaceAll(/[\p{C}\s]+/gu, ' ').slice(0, 200);
}
