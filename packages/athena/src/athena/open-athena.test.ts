import { expect, test } from 'vitest';
import { AccessRefused, CredentialsRejected, QueryFailed, WorkgroupUnusable } from '../errors.ts';
import { athenaRoom, KEY_QUERY } from '../testing/athena-rooms.ts';
import { openAthena } from './open-athena.ts';

test('a query goes out with its values beside it, and comes back with rows, cost and times', async () => {
  await using room = await athenaRoom({
    columns: [
      ['eventname', 'varchar'],
      ['calls', 'bigint'],
      ['who', 'varchar'],
    ],
    rows: [
      ['GetObject', '12', null],
      ['', '9007199254740993', ''],
    ],
    scanned: [0, 4_000_000, 42_000_000],
  });
  const states: string[] = [];
  const result = await room.engine.run(KEY_QUERY, { onProgress: ({ state }) => states.push(state) });
  expect(room.server.started).toEqual([
    {
      ClientRequestToken: expect.stringMatching(/^[0-9a-f]{64}$/),
      ExecutionParameters: ["'2026/03/01'", "'2026/03/03'", "'AKIAIOSFODNN7EXAMPLE'"],
      QueryExecutionContext: { Catalog: 'AwsDataCatalog', Database: 'security' },
      QueryString: KEY_QUERY.sql,
      WorkGroup: 'primary',
    },
  ]);
  expect(result).toEqual({
    columns: [
      { name: 'eventname', type: 'varchar' },
      { name: 'calls', type: 'bigint' },
      { name: 'who', type: 'varchar' },
    ],
    rows: [
      ['GetObject', 12, null],
      ['', '9007199254740993', ''],
    ],
    engine: 'Athena engine version 3',
    executionId: 'query-1',
    setAside: [],
    bytesRead: 42_000_000,
    costUsd: ((41 * 2 ** 20) / 2 ** 40) * 5,
    reused: false,
    queueMs: 120,
    executionMs: 900,
  });
  expect(states).toEqual(['queued', 'running', 'running', 'reading']);
});

test('progress says what was scanned and what it costs so far', async () => {
  await using room = await athenaRoom({ scanned: [0, 2 ** 40, 2 ** 40] });
  const seen: unknown[] = [];
  await room.engine.run(KEY_QUERY, { onProgress: (progress) => seen.push(progress) });
  expect(seen[0]).toEqual({ state: 'queued', elapsedMs: 0 });
  expect(seen[1]).toEqual({ state: 'running', elapsedMs: 0, bytesRead: 2 ** 40, costUsd: 5 });
});

test('pages are fetched one after another, as they are read', async () => {
  const rows = Array.from({ length: 25 }, (_, index) => [`row ${index}`]);
  await using room = await athenaRoom({ rows, pageRows: 10 });
  const stream = await room.engine.stream(KEY_QUERY);
  const read: unknown[] = [];
  for await (const [value] of stream.rows) {
    read.push(value);
    if (read.length === 9) expect(room.server.count('GetQueryResults')).toBe(1);
  }
  expect(read).toEqual(rows.flat());
  expect(room.server.count('GetQueryResults')).toBe(3);
});

test('a row of data that reads like the names is kept on every page', async () => {
  const rows = [['a'], ['eventname'], ['eventname'], ['eventname']];
  await using room = await athenaRoom({ rows, pageRows: 2 });
  expect((await room.engine.run(KEY_QUERY)).rows).toEqual(rows);
});

test('a stream that is closed fetches no more pages', async () => {
  await using room = await athenaRoom({ rows: [['a'], ['b'], ['c']], pageRows: 2 });
  const stream = await room.engine.stream(KEY_QUERY);
  await stream.close();
  await stream.close();
  await expect(stream.rows[Symbol.asyncIterator]().next()).rejects.toThrow();
  expect(room.server.count('GetQueryResults')).toBe(1);
});

test.each([
  ['SELECT', { statementType: 'DML', header: true, rows: [['eventname'], ['b']] }, ['eventname', 'b']],
  ['a SELECT that comes without', { statementType: 'DML', header: false, rows: [['a'], ['b']] }, ['a', 'b']],
  ['SHOW', { statementType: 'UTILITY', header: false, rows: [['eventname'], ['b']] }, ['eventname', 'b']],
  ['DDL', { statementType: 'DDL', header: false, rows: [['eventname']] }, ['eventname']],
] as const)('%s: only the row of names that Athena adds is left out', async (_, script, read) => {
  await using room = await athenaRoom(script);
  const result = await room.engine.run(KEY_QUERY);
  expect(result.rows.flat()).toEqual(read);
});

test('an answer of no rows still has its columns', async () => {
  await using room = await athenaRoom({ rows: [] });
  expect(await room.engine.run(KEY_QUERY)).toMatchObject({ columns: [{ name: 'eventname' }], rows: [] });
});

test('an old answer is reused only when asked for, and costs nothing', async () => {
  await using room = await athenaRoom({ reused: true }, { reuseMinutes: 60 });
  expect(await room.engine.run(KEY_QUERY)).toMatchObject({ reused: true, costUsd: 0 });
  expect(room.server.started[0]).toMatchObject({
    ResultReuseConfiguration: { ResultReuseByAgeConfiguration: { Enabled: true, MaxAgeInMinutes: 60 } },
  });
  await expect(athenaRoom({}, { reuseMinutes: 10_081 })).rejects.toThrow('10,080 minutes');
});

test('the output location is sent unless the workgroup holds to its own', async () => {
  const outputLocation = 's3://amzn-s3-demo-bucket/mine/';
  await using free = await athenaRoom({ workgroup: { ResultConfiguration: {} } }, { outputLocation });
  await free.engine.run(KEY_QUERY);
  expect(free.server.started[0]).toMatchObject({ ResultConfiguration: { OutputLocation: outputLocation } });
  await using held = await athenaRoom(
    { workgroup: { EnforceWorkGroupConfiguration: true } },
    { outputLocation },
  );
  await held.engine.run(KEY_QUERY);
  expect(held.server.started[0]).not.toHaveProperty('ResultConfiguration');
  expect(held.engine.workgroup.outputLocation).toBe('s3://amzn-s3-demo-bucket/athena/');
});

test.each([
  [
    'an old engine',
    { workgroup: { EngineVersion: { EffectiveEngineVersion: 'Athena engine version 2' } } },
    'Athena engine version 2',
  ],
  [
    'Spark',
    { workgroup: { EngineVersion: { EffectiveEngineVersion: 'PySpark engine version 3' } } },
    'PySpark',
  ],
  ['a disabled workgroup', { workgroupState: 'DISABLED' }, 'it is disabled'],
  ['nowhere to put results', { workgroup: { ResultConfiguration: {} } }, 'no output location'],
  [
    'an enforced location that is not there',
    { workgroup: { ResultConfiguration: {}, EnforceWorkGroupConfiguration: true } },
    'has none',
  ],
])('%s is refused before anything starts', async (_, script, message) => {
  const failure = await athenaRoom(script).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(WorkgroupUnusable);
  expect((failure as Error).message).toContain(message);
});

test('a workgroup that keeps results itself needs no location', async () => {
  await using room = await athenaRoom({
    workgroup: { ResultConfiguration: {}, ManagedQueryResultsConfiguration: { Enabled: true } },
  });
  expect(room.engine.workgroup).not.toHaveProperty('outputLocation');
});

test('a workgroup that is not there is named', async () => {
  await expect(athenaRoom({}, { workgroup: 'forensics' })).rejects.toThrow(WorkgroupUnusable);
});

test.each([
  ['ExpiredTokenException', CredentialsRejected, 'Sign in again'],
  ['UnrecognizedClientException', CredentialsRejected, 'Sign in again'],
  ['AccessDeniedException', AccessRefused, 'athena:GetWorkGroup'],
  ['InvalidRequestException', QueryFailed, 'Check the statement'],
])('%s is a clear error', async (type, fault, remedy) => {
  const failure = await athenaRoom({
    faults: { GetWorkGroup: [{ type, message: 'no\u001b[31m\nnot you' }] },
  }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(fault);
  expect((failure as QueryFailed).remedy).toContain(remedy);
  expect((failure as Error).message).not.toMatch(/\p{C}/u);
});

test('a closed engine asks nothing more', async () => {
  await using room = await athenaRoom();
  await room.engine.close();
  await expect(room.engine.run(KEY_QUERY)).rejects.toThrow('the engine is closed');
  expect(room.server.count('StartQueryExecution')).toBe(0);
});

test('without a region, nothing is sent, and the error asks for one', async () => {
  const names = ['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_PROFILE', 'AWS_CONFIG_FILE'];
  const before = names.map((name) => [name, process.env[name]] as const);
  for (const name of names) delete process.env[name];
  process.env['AWS_CONFIG_FILE'] = '/nowhere';
  try {
    await expect(openAthena({ workgroup: 'primary', database: 'security' })).rejects.toThrow(
      'no region is configured',
    );
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
});
