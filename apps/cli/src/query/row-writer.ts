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

/** A row by the names of its columns. */
export function rowObject(
  columns: readonly QueryColumn[],
  row: readonly JsonValue[],
): Record<string, JsonValue> {
  return Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null]));
}

/** Values that hold others become their JSON text. */
export function cellText(value: JsonValue | undefined): string | number | boolean | null {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null);
}
