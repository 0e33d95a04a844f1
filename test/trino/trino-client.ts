/** What Trino answered. Values as its protocol gives them: rows as arrays, maps as objects, big integers as numbers. */
export interface TrinoResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly unknown[][];
}

interface Page {
  readonly columns?: { name: string; type: string }[];
  readonly data?: unknown[][];
  readonly nextUri?: string;
  readonly error?: { message: string; errorName: string };
}

/**
 * Runs one statement over Trino's client protocol.
 * Source: Trino documentation, "Trino client REST API".
 */
export async function askTrino(url: string, sql: string, schema = 'default'): Promise<TrinoResult> {
  const headers = {
    'x-trino-user': 'firebreak',
    'x-trino-catalog': 'memory',
    'x-trino-schema': schema,
    'x-trino-time-zone': 'UTC',
  };
  let page = await answerOf(await fetch(`${url}/v1/statement`, { method: 'POST', body: sql, headers }));
  const rows: unknown[][] = [];
  let columns = page.columns;
  while (page.nextUri !== undefined && page.error === undefined) {
    page = await answerOf(await fetch(page.nextUri, { headers }));
    columns = page.columns ?? columns;
    rows.push(...(page.data ?? []));
  }
  if (page.error !== undefined) throw new Error(`${page.error.errorName}: ${page.error.message}`);
  return { columns: (columns ?? []).map(({ name, type }) => ({ name, type })), rows };
}

async function answerOf(response: Response): Promise<Page> {
  if (!response.ok) throw new Error(`Trino answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Page;
}
