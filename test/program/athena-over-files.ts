import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type BoundValue,
  type JsonValue,
  openDuckDbFolder,
  type QueryEngine,
  type QueryResult,
} from '@firebreak/athena';

type Json = Record<string, unknown>;

/** Athena's API on this machine, with DuckDB over a folder of log files behind it. */
export interface AthenaOverFiles extends AsyncDisposable {
  readonly url: string;
  /** What was asked, in order. */
  readonly started: readonly Json[];
  readonly stopped: readonly string[];
  /** Queries run for ever from now on. */
  hang(): void;
}

interface Room {
  readonly engine: QueryEngine;
  readonly started: Json[];
  readonly stopped: string[];
  readonly results: Map<string, Promise<QueryResult> | 'running'>;
  hangs: boolean;
}

export async function athenaOverFiles(logs: string): Promise<AthenaOverFiles> {
  const engine = await openDuckDbFolder(logs, { cacheFolder: false });
  const room: Room = { engine, started: [], stopped: [], results: new Map(), hangs: false };
  const server = createServer(async (request, response) => {
    const input = JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString()) as Json;
    const operation = String(request.headers['x-amz-target']).replace('AmazonAthena.', '');
    const answer = await ANSWERS[operation]?.(room, input);
    response
      .writeHead(answer === undefined ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' })
      .end(JSON.stringify(answer ?? { __type: 'UnknownOperationException', message: operation }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    started: room.started,
    stopped: room.stopped,
    hang() {
      room.hangs = true;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await engine.close();
    },
  };
}

const ANSWERS: Readonly<Record<string, (room: Room, input: Json) => Promise<Json>>> = {
  GetWorkGroup: async () => ({
    WorkGroup: {
      Name: 'primary',
      State: 'ENABLED',
      Configuration: {
        EngineVersion: { EffectiveEngineVersion: 'Athena engine version 3' },
        ResultConfiguration: { OutputLocation: 's3://amzn-s3-demo-bucket/athena/' },
      },
    },
  }),
  StartQueryExecution: async ({ started, results, hangs, engine }, input) => {
    started.push(input);
    const id = `query-${started.length}`;
    const values = ((input['ExecutionParameters'] ?? []) as string[]).map(boundValue);
    const query = { name: id, sql: String(input['QueryString']), values, parameters: {} };
    results.set(id, hangs ? 'running' : engine.run(query));
    return { QueryExecutionId: id };
  },
  StopQueryExecution: async ({ stopped }, { QueryExecutionId }) => {
    stopped.push(String(QueryExecutionId));
    return {};
  },
  GetQueryExecution: async ({ stopped, results }, { QueryExecutionId }) => {
    const id = String(QueryExecutionId);
    const running = results.get(id) === 'running' ? 'RUNNING' : 'SUCCEEDED';
    const State = stopped.includes(id) ? 'CANCELLED' : running;
    const Statistics = { DataScannedInBytes: 12_000_000 };
    return { QueryExecution: { StatementType: 'DML', Status: { State }, Statistics } };
  },
  GetQueryResults: async ({ results }, { QueryExecutionId }) => {
    const result = await results.get(String(QueryExecutionId));
    return result === undefined || result === 'running' ? {} : { ResultSet: resultSet(result) };
  },
};

/** A literal as Athena takes it: text in quotes, or a number. */
function boundValue(literal: string): BoundValue {
  const text = /^'(.*)'$/s.exec(literal)?.[1];
  if (text === undefined) return { binding: 'value', type: 'bigint', value: literal };
  return { binding: 'value', type: 'varchar', value: text.replaceAll("''", "'") };
}

function resultSet({ columns, rows }: QueryResult): Json {
  const names = columns.map(({ name }) => name);
  return {
    ResultSetMetadata: {
      ColumnInfo: columns.map(({ name, type }) => ({ Name: name, Label: name, Type: type })),
    },
    Rows: [names, ...rows].map((row) => ({ Data: row.map(cellOf) })),
  };
}

function cellOf(value: JsonValue | undefined): Json {
  if (value === null || value === undefined) return {};
  return { VarCharValue: typeof value === 'object' ? JSON.stringify(value) : String(value) };
}
