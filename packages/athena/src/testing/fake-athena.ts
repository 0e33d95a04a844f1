import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AthenaClient } from '@aws-sdk/client-athena';
import { requestLimits } from '../athena/request-limits.ts';

type Json = Record<string, unknown>;

/**
 * How one request goes wrong: `lost` takes effect and the connection breaks, `silent` takes effect and no answer ever
 * comes, `broken` takes no effect.
 */
export type FakeFault =
  | 'lost'
  | 'silent'
  | 'broken'
  | { readonly type: string; readonly message?: string; readonly status?: number; readonly date?: string };

/** What the server holds, and how its queries go. Every query goes the same way. */
export interface FakeScript {
  /** Of the only workgroup, `primary`. */
  readonly workgroup?: Json;
  readonly workgroupState?: string;
  readonly databases?: readonly string[];
  /** By `database.table`. */
  readonly tables?: Readonly<Record<string, Json>>;
  /** What a query is in at each look; the last for ever. */
  readonly states?: readonly string[];
  /** Bytes scanned at each look; the last for ever. */
  readonly scanned?: readonly number[];
  readonly reason?: string;
  readonly error?: Json;
  readonly reused?: boolean;
  readonly statementType?: string;
  readonly columns?: readonly (readonly [name: string, type: string])[];
  readonly rows?: readonly (readonly (string | null)[])[];
  /** Puts the names of the columns in front of the first page, as Athena does for SELECT. */
  readonly header?: boolean;
  readonly pageRows?: number;
  /** Faults of each operation, in the order in which they come. Then it works. */
  readonly faults?: Readonly<Record<string, readonly FakeFault[]>>;
  /** A query that is told to stop goes on for this many looks. */
  readonly looksToStop?: number;
  /** How long the client waits for an answer. */
  readonly longestCallMs?: number;
  /** Called with each operation before it is answered. */
  readonly onRequest?: (operation: string) => void;
}

interface Execution {
  readonly id: string;
  readonly input: Json;
  looks: number;
  stopLooks: number | undefined;
}

export interface FakeAthena extends AsyncDisposable {
  readonly client: AthenaClient;
  /** What was sent, in order. */
  readonly requests: { readonly operation: string; readonly input: Json }[];
  readonly started: readonly Json[];
  /** How often an operation was sent. */
  count(operation: string): number;
}

/** Athena's API (JSON 1.1 over HTTP) on this machine, as far as firebreak uses it. */
export async function fakeAthena(script: FakeScript = {}): Promise<FakeAthena> {
  const requests: FakeAthena['requests'] = [];
  const executions: Execution[] = [];
  const faults = new Map(Object.entries(script.faults ?? {}).map(([name, list]) => [name, [...list]]));
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const operation = String(request.headers['x-amz-target']).replace('AmazonAthena.', '');
    const input = JSON.parse(body) as Json;
    requests.push({ operation, input });
    script.onRequest?.(operation);
    const fault = faults.get(operation)?.shift();
    if (fault === 'broken') return void request.socket.destroy();
    if (typeof fault === 'object') return refuse(response, fault);
    const answer = ANSWERS[operation]?.({ script, executions, input }) ?? {
      type: 'UnknownOperationException',
    };
    if (fault === 'silent') return;
    if (fault === 'lost') return void request.socket.destroy();
    if ('type' in answer) return refuse(response, answer as { type: string });
    reply(response, 200, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new AthenaClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-a-secret' },
    maxAttempts: 1,
    ...(script.longestCallMs === undefined ? {} : { requestHandler: requestLimits(script.longestCallMs) }),
  });
  return {
    client,
    requests,
    get started() {
      return executions.map(({ input }) => input);
    },
    count: (operation) => requests.filter((request) => request.operation === operation).length,
    async [Symbol.asyncDispose]() {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Asked {
  readonly script: FakeScript;
  readonly executions: Execution[];
  readonly input: Json;
}

const ANSWERS: Record<string, (asked: Asked) => Json> = {
  GetWorkGroup: ({ script, input }) =>
    input['WorkGroup'] === 'primary'
      ? {
          WorkGroup: {
            Name: 'primary',
            State: script.workgroupState ?? 'ENABLED',
            Configuration: {
              EngineVersion: { EffectiveEngineVersion: 'Athena engine version 3' },
              ResultConfiguration: { OutputLocation: 's3://amzn-s3-demo-bucket/athena/' },
              ...script.workgroup,
            },
          },
        }
      : invalid(`WorkGroup ${String(input['WorkGroup'])} is not found.`),
  GetDatabase: ({ script, input }) =>
    script.databases?.includes(String(input['DatabaseName'])) === true
      ? { Database: { Name: input['DatabaseName'] } }
      : missing('Database'),
  GetTableMetadata: ({ script, input }) => {
    const found = script.tables?.[`${String(input['DatabaseName'])}.${String(input['TableName'])}`];
    return found === undefined ? missing('Table') : { TableMetadata: { Name: input['TableName'], ...found } };
  },
  StartQueryExecution: ({ executions, input }) => {
    const known = executions.find((one) => one.input['ClientRequestToken'] === input['ClientRequestToken']);
    if (known !== undefined && JSON.stringify(known.input) !== JSON.stringify(input)) {
      return invalid('Idempotent parameters do not match');
    }
    if (known !== undefined) return { QueryExecutionId: known.id };
    const id = `query-${executions.length + 1}`;
    executions.push({ id, input, looks: 0, stopLooks: undefined });
    return { QueryExecutionId: id };
  },
  StopQueryExecution: ({ executions, input }) => {
    const execution = executionOf(executions, input);
    if (execution !== undefined) execution.stopLooks ??= 0;
    return execution === undefined ? invalid('QueryExecution is not found') : {};
  },
  GetQueryExecution: ({ script, executions, input }) => {
    const execution = executionOf(executions, input);
    return execution === undefined ? invalid('QueryExecution is not found') : described(script, execution);
  },
  GetQueryResults: ({ script, executions, input }) =>
    executionOf(executions, input) === undefined
      ? invalid('QueryExecution is not found')
      : page(script, input),
};

function executionOf(executions: readonly Execution[], input: Json): Execution | undefined {
  return executions.find(({ id }) => id === input['QueryExecutionId']);
}

function described(script: FakeScript, execution: Execution): Json {
  const at = <T>(list: readonly T[], look: number) => list[Math.min(look, list.length - 1)];
  const states = script.states ?? ['QUEUED', 'RUNNING', 'SUCCEEDED'];
  let state = at(states, execution.looks);
  if (execution.stopLooks !== undefined) {
    if (execution.stopLooks >= (script.looksToStop ?? 1)) state = 'CANCELLED';
    execution.stopLooks += 1;
  }
  const scanned = at(script.scanned ?? [12_000_000], execution.looks);
  execution.looks += 1;
  return {
    QueryExecution: {
      QueryExecutionId: execution.id,
      StatementType: script.statementType ?? 'DML',
      EngineVersion: { EffectiveEngineVersion: 'Athena engine version 3' },
      Status: { State: state, StateChangeReason: script.reason, AthenaError: script.error },
      Statistics: {
        ...(state === 'QUEUED' ? {} : { DataScannedInBytes: scanned }),
        EngineExecutionTimeInMillis: 900,
        QueryQueueTimeInMillis: 120,
        ResultReuseInformation: { ReusedPreviousResult: script.reused ?? false },
      },
    },
  };
}

function page(script: FakeScript, input: Json): Json {
  const columns = script.columns ?? [['eventname', 'varchar']];
  const names = columns.map(([name]) => name);
  const all = [...(script.header === false ? [] : [names]), ...(script.rows ?? [['GetObject']])];
  const size = Math.min(script.pageRows ?? 1000, Number(input['MaxResults'] ?? 1000));
  const begin = Number(input['NextToken'] ?? 0);
  return {
    ...(begin + size < all.length ? { NextToken: String(begin + size) } : {}),
    ResultSet: {
      ResultSetMetadata: { ColumnInfo: columns.map(([Name, Type]) => ({ Name, Label: Name, Type })) },
      Rows: all.slice(begin, begin + size).map((row) => ({
        Data: row.map((value) => (value === null ? {} : { VarCharValue: value })),
      })),
    },
  };
}

function invalid(message: string): Json {
  return { type: 'InvalidRequestException', message };
}

function missing(what: string): Json {
  return { type: 'MetadataException', message: `EntityNotFoundException: ${what} is not there` };
}

function refuse(
  response: ServerResponse,
  { type, message, status = 400, date }: Exclude<FakeFault, string>,
): void {
  if (date !== undefined) response.setHeader('date', date);
  reply(response, status, { __type: type, message: message ?? 'no' });
}

function reply(response: ServerResponse, status: number, body: Json): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
}
