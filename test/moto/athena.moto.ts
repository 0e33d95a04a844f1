import {
  applySetup,
  type BoundQuery,
  openAthena,
  planSetup,
  readCatalog,
  WorkgroupUnusable,
} from '@firebreak/athena';
import { beforeEach, describe, expect, test } from 'vitest';
import { ask, freshMoto, jsonCall, MOTO_ACCOUNT, motoUrl } from './moto-room.ts';

// What moto does not model, so that only the fake server of packages/athena shows it: SQL (rows are queued
// beforehand), request tokens, pages, FAILED, statistics, scan limits, reuse, throttling, GetTableMetadata.

const QUERY: BoundQuery = {
  name: 'key-activity',
  sql: 'SELECT eventname, calls FROM cloudtrail_logs WHERE useridentity.accesskeyid = ?',
  values: [{ binding: 'access-key', type: 'varchar', value: "AKIAIOSFODNN7EXAMPLE' OR '1'='1" }],
  parameters: {},
};
const OUTPUT = 's3://amzn-s3-demo-bucket/athena/';
const open = () =>
  openAthena({
    workgroup: 'primary',
    database: 'security',
    outputLocation: OUTPUT,
    pacing: { pause: async () => undefined },
  });

/** The next query finds these. */
async function queueRows(...rows: string[][]): Promise<void> {
  const columns = [
    { Name: 'eventname', Type: 'varchar' },
    { Name: 'calls', Type: 'bigint' },
  ];
  const header = columns.map(({ Name }) => Name);
  const data = [header, ...rows].map((row) => ({ Data: row.map((value) => ({ VarCharValue: value })) }));
  await ask('/moto-api/static/athena/query-results', {
    account_id: MOTO_ACCOUNT,
    region: 'eu-central-1',
    results: [{ rows: data, column_info: columns }],
  });
}

async function looksUntilNextState(times: number): Promise<void> {
  await ask('/moto-api/state-manager/set-transition', {
    model_name: 'athena::execution',
    transition: { progression: 'manual', times },
  });
}

describe.skipIf(motoUrl() === null)('Athena, as moto has it', () => {
  beforeEach(async () => {
    await freshMoto();
    // A reset leaves these as they were.
    await looksUntilNextState(1);
  });

  test('a query runs to its rows, by way of the client that the engine makes itself', async () => {
    await queueRows(['GetObject', '12'], ['ListBuckets', '9007199254740993']);
    await looksUntilNextState(2);
    const engine = await open();
    const states: string[] = [];
    const result = await engine.run(QUERY, { onProgress: ({ state }) => states.push(state) });
    expect(result).toMatchObject({
      columns: [
        { name: 'eventname', type: 'varchar' },
        { name: 'calls', type: 'bigint' },
      ],
      rows: [
        ['GetObject', 12],
        ['ListBuckets', '9007199254740993'],
      ],
      engine: 'Athena engine version 3',
    });
    expect(new Set(states)).toEqual(new Set(['queued', 'running', 'reading']));
    const execution = await engine.calls.execution(result.executionId ?? '');
    expect(execution).toMatchObject({
      ExecutionParameters: ["'AKIAIOSFODNN7EXAMPLE'' OR ''1''=''1'"],
      QueryExecutionContext: { Catalog: 'AwsDataCatalog', Database: 'security' },
      WorkGroup: 'primary',
    });
    expect(execution.ResultConfiguration?.OutputLocation).toContain(OUTPUT);
    await engine.close();
  });

  test('a query that is cancelled is cancelled there, too', async () => {
    await looksUntilNextState(1000);
    const engine = await open();
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error('enough'));
    await expect(engine.run(QUERY, { signal: stop.signal, onProgress })).rejects.toThrow('enough');
    const listed = await jsonCall('athena', 'AmazonAthena.ListQueryExecutions', {});
    const [id = '', ...others] = (listed as { QueryExecutionIds: string[] }).QueryExecutionIds;
    expect(others).toEqual([]);
    expect((await engine.calls.execution(id)).Status?.State).toBe('CANCELLED');
    await engine.close();
  });

  test('a workgroup that holds queries to its own location is asked for nothing else', async () => {
    await jsonCall('athena', 'AmazonAthena.CreateWorkGroup', {
      Name: 'forensics',
      Configuration: {
        EnforceWorkGroupConfiguration: true,
        ResultConfiguration: { OutputLocation: 's3://amzn-s3-demo-bucket/forensics/' },
        BytesScannedCutoffPerQuery: 50_000_000,
      },
    });
    const engine = await openAthena({ workgroup: 'forensics', database: 'security', outputLocation: OUTPUT });
    expect(engine.workgroup).toEqual({
      name: 'forensics',
      engine: 'Athena engine version 3',
      enforced: true,
      cutoffBytes: 50_000_000,
      outputLocation: 's3://amzn-s3-demo-bucket/forensics/',
    });
    expect(engine.scanLimit).toBe(50_000_000);
    await engine.close();
  });

  test('a workgroup that is not there is refused', async () => {
    await expect(openAthena({ workgroup: 'nobody', database: 'security' })).rejects.toThrow(
      WorkgroupUnusable,
    );
  });

  test('a set-up makes the database, and finds it afterwards', async () => {
    const engine = await open();
    const request = { database: 'security', tables: [] };
    const before = await readCatalog(engine, request);
    expect(before.database).toBe(false);
    const values = { ...request, accounts: ['111111111111'], regions: ['eu-central-1'], since: '2026-01-01' };
    await applySetup(planSetup(values, [], before), engine);
    expect((await readCatalog(engine, request)).database).toBe(true);
    await engine.close();
  });
});
