import type { JsonValue, QueryColumn } from '@firebreak/athena';

/** Takes the rows of an answer one by one and puts them out in one format. */
export interface RowWriter {
  write(row: readonly JsonValue[]): Promise<void>;
  /** After the last row. */
  end(): Promise<void>;
}

/** Where text goes; resolves once more may come. */
export type Sink = (text: string) => Promise<void>;

export const FORMATS = ['table', 'json', 'ndjson', 'csv', 'markdown', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];
export type TextFormat = Exclude<Format, 'parquet'>;

/** What a format makes of rows; `undefined` writes nothing. */
export interface RowText {
  readonly before?: string;
  row(cells: readonly JsonValue[], index: number): string | undefined;
  after?(rows: number): string;
}

/**
 * A row by the names of its columns. SQL lets columns share a name; in an object the second of them is `name_2`, so that
 * no value is lost.
 */
export function rowObject(
  columns: readonly QueryColumn[],
  row: readonly JsonValue[],
): Record<string, JsonValue> {
  return Object.fromEntries(keysOf(columns).map((key, index) => [key, row[index] ?? null]));
}

const KEYS = new WeakMap<readonly QueryColumn[], string[]>();

function keysOf(columns: readonly QueryColumn[]): string[] {
  const known = KEYS.get(columns);
  if (known !== undefined) return known;
  const keys: string[] = [];
  for (const { name } of columns) {
    let key = name;
    for (let copy = 2; keys.includes(key); copy += 1) key = `${name}_${copy}`;
    keys.push(key);
  }
  KEYS.set(columns, keys);
  return keys;
}

/** Values that hold others become their JSON text. */
export function cellText(value: JsonValue | undefined): string | number | boolean | null {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null);
}
