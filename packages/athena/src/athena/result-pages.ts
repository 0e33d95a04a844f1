import type { GetQueryResultsCommandOutput, QueryExecution, Row } from '@aws-sdk/client-athena';
import type { JsonValue, QueryColumn } from '../query-engine.ts';
import type { AthenaCalls } from './athena-calls.ts';
import { typedValue } from './typed-value.ts';

/** The first page of an answer, which alone says what its columns are. */
export interface FirstPage {
  readonly columns: readonly QueryColumn[];
  readonly page: GetQueryResultsCommandOutput;
}

export async function firstPage(calls: AthenaCalls, id: string, signal: AbortSignal): Promise<FirstPage> {
  const page = await calls.results(id, undefined, signal);
  const info = page.ResultSet?.ResultSetMetadata?.ColumnInfo ?? [];
  return {
    columns: info.map(({ Name = '', Type = '' }) => ({ name: Name, type: Type.toLowerCase() })),
    page,
  };
}

/**
 * The rows of an answer, page by page. Athena puts the names of the columns in front as a row of their own, on the
 * first page and for SELECT only; that row is left out.
 */
export async function* resultRows({
  calls,
  execution,
  first: { columns, page: firstOne },
  signal,
  onPage,
}: {
  readonly calls: AthenaCalls;
  readonly execution: QueryExecution;
  readonly first: FirstPage;
  readonly signal: AbortSignal;
  readonly onPage: () => void;
}): AsyncGenerator<JsonValue[]> {
  const id = execution.QueryExecutionId ?? '';
  const selects = execution.StatementType === undefined || execution.StatementType === 'DML';
  for (let page = firstOne; ; ) {
    signal.throwIfAborted();
    onPage();
    const rows = page.ResultSet?.Rows ?? [];
    const header = page === firstOne && selects && isHeader(rows[0], columns);
    for (const { Data: data = [] } of header ? rows.slice(1) : rows) {
      yield columns.map(({ type }, index) => typedValue(data[index]?.VarCharValue, type));
    }
    if (page.NextToken === undefined) return;
    page = await calls.results(id, page.NextToken, signal);
  }
}

function isHeader(row: Row | undefined, columns: readonly QueryColumn[]): boolean {
  const data = row?.Data ?? [];
  return (
    row !== undefined &&
    data.length === columns.length &&
    columns.every(({ name }, index) => data[index]?.VarCharValue === name)
  );
}
