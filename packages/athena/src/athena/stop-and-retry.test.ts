import { expect, test } from 'vitest';
import { CredentialsRejected, QueryFailed, QueryMayRun, ScanLimitReached } from '../errors.ts';
import { athenaRoom, KEY_QUERY } from '../testing/athena-rooms.ts';

const busy = { type: 'ThrottlingException', message: 'Rate exceeded' };
const endless = { states: ['QUEUED', 'RUNNING'] };

test('a start whose answer was lost is repeated with the same token, and starts one query', async () => {
  await using room = await athenaRoom({ faults: { StartQueryExecution: ['lost', 'lost'] } });
  expect(await room.engine.run(KEY_QUERY)).toMatchObject({ executionId: 'query-1' });
  expect(room.server.count('StartQueryExecution')).toBe(3);
  expect(room.server.started).toHaveLength(1);
});

test('a start that times out after it took effect is repeated, and starts one query', async () => {
  await using room = await athenaRoom({ longestCallMs: 100, faults: { StartQueryExecution: ['silent'] } });
  expect(await room.engine.run(KEY_QUERY)).toMatchObject({ executionId: 'query-1' });
  expect(room.server.count('StartQueryExecution')).toBe(2);
  expect(room.server.started).toHaveLength(1);
});

test('another run of the same query is another query', async () => {
  let runs = 0;
  await using room = await athenaRoom({}, { runId: () => `run-${++runs}` });
  await room.engine.run(KEY_QUERY);
  await room.engine.run(KEY_QUERY);
  expect(room.server.started).toHaveLength(2);
});

test('a start that is never answered may run, and says how to find it', async () => {
  await using room = await athenaRoom({ faults: { StartQueryExecution: Array(20).fill('broken') } });
  const failure = await room.engine.run(KEY_QUERY).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(QueryMayRun);
  expect(failure).toMatchObject({
    executionId: undefined,
    remedy: expect.stringContaining('list-query-executions'),
  });
});

test.each(['StartQueryExecution', 'GetQueryExecution', 'GetQueryResults'])(
  'AWS may ask %s to slow down',
  async (operation) => {
    const tooMany = { type: 'TooManyRequestsException' };
    const pauses: number[] = [];
    await using room = await athenaRoom(
      { states: ['SUCCEEDED'], faults: { [operation]: [busy, tooMany, { ...busy, status: 429 }] } },
      { pacing: { pause: async (ms) => void pauses.push(ms), random: () => 1 } },
    );
    await room.engine.run(KEY_QUERY);
    expect(room.server.count(operation)).toBe(4);
    expect(pauses).toEqual([400, 800, 1600]);
  },
);

test('a clock that is wrong is set by the answer, once', async () => {
  const skewed = { type: 'InvalidSignatureException', status: 403, date: 'Sun, 01 Mar 2026 12:00:00 GMT' };
  await using room = await athenaRoom({ faults: { GetWorkGroup: [skewed] } });
  expect(room.server.count('GetWorkGroup')).toBe(2);
  await expect(athenaRoom({ faults: { GetWorkGroup: [skewed, skewed] } })).rejects.toThrow(
    CredentialsRejected,
  );
});

test('AWS that asks to slow down for ever is an error, and no query was started', async () => {
  await using room = await athenaRoom({ faults: { StartQueryExecution: Array(20).fill(busy) } });
  const failure = await room.engine.run(KEY_QUERY).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(QueryFailed);
  expect(failure).not.toBeInstanceOf(QueryMayRun);
  expect(room.server.count('StartQueryExecution')).toBe(8);
});

test('the wait between looks grows from 100 ms to 2 s', async () => {
  const pauses: number[] = [];
  await using room = await athenaRoom(
    { states: [...Array(12).fill('RUNNING'), 'SUCCEEDED'] },
    { pacing: { pause: async (ms) => void pauses.push(ms), random: () => 0 } },
  );
  await room.engine.run(KEY_QUERY);
  expect(pauses[0]).toBe(100);
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  expect(pauses.at(-1)).toBe(2000);
});

test.each(['StartQueryExecution', 'GetQueryExecution'])(
  'a query cancelled during %s is stopped, and seen to be over',
  async (operation) => {
    const stop = new AbortController();
    const reason = new Error('the responder went on');
    await using room = await athenaRoom({
      ...endless,
      looksToStop: 3,
      onRequest: (asked) => asked === operation && stop.abort(reason),
    });
    await expect(room.engine.run(KEY_QUERY, { signal: stop.signal })).rejects.toBe(reason);
    expect(room.server.started).toHaveLength(1);
    const sent = room.server.requests.map((request) => request.operation);
    const afterStop = sent.slice(sent.indexOf('StopQueryExecution') + 1);
    expect(afterStop).toEqual(Array(4).fill('GetQueryExecution'));
  },
);

test('a cancelled run whose start was lost still finds its query and stops it', async () => {
  const stop = new AbortController();
  await using room = await athenaRoom({
    ...endless,
    faults: { StartQueryExecution: ['lost'] },
    onRequest: (asked) => asked === 'StartQueryExecution' && stop.abort(new Error('enough')),
  });
  await expect(room.engine.run(KEY_QUERY, { signal: stop.signal })).rejects.toThrow('enough');
  expect(room.server.count('StartQueryExecution')).toBe(2);
  expect(room.server.count('StopQueryExecution')).toBe(1);
});

test('a run cancelled while AWS asks its start to slow down starts nothing', async () => {
  const stop = new AbortController();
  await using room = await athenaRoom({
    faults: { StartQueryExecution: [busy] },
    onRequest: (asked) => asked === 'StartQueryExecution' && stop.abort(new Error('enough')),
  });
  await expect(room.engine.run(KEY_QUERY, { signal: stop.signal })).rejects.toThrow('enough');
  expect(room.server.started).toHaveLength(0);
});

test('a signal that was aborted before asks nothing', async () => {
  await using room = await athenaRoom();
  await expect(room.engine.run(KEY_QUERY, { signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow(
    'no',
  );
  expect(room.server.count('StartQueryExecution')).toBe(0);
});

test('a query that will not stop may run, and the error says how to stop it', async () => {
  const stop = new AbortController();
  const reason = new Error('enough');
  await using room = await athenaRoom({
    ...endless,
    looksToStop: 1000,
    onRequest: (asked) => asked === 'GetQueryExecution' && stop.abort(reason),
  });
  const failure = await room.engine.run(KEY_QUERY, { signal: stop.signal }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(QueryMayRun);
  expect(failure).toMatchObject({
    executionId: 'query-1',
    cause: reason,
    remedy: 'Stop it with "aws athena stop-query-execution --query-execution-id query-1".',
  });
});

test('credentials that expire while a query runs leave it running, which is said', async () => {
  const expired = { type: 'ExpiredTokenException', message: 'The security token is expired' };
  await using room = await athenaRoom({
    ...endless,
    faults: { GetQueryExecution: [expired], StopQueryExecution: [expired] },
  });
  const failure = await room.engine.run(KEY_QUERY).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(QueryMayRun);
  expect((failure as Error).cause).toBeInstanceOf(CredentialsRejected);
  expect((failure as Error).message).toContain('expired');
});

test('closing the engine stops what runs', async () => {
  const { promise: looked, resolve } = Promise.withResolvers<void>();
  await using room = await athenaRoom({
    ...endless,
    onRequest: (asked) => asked === 'GetQueryExecution' && resolve(),
  });
  const run = room.engine.run(KEY_QUERY);
  const failed = expect(run).rejects.toThrow('the engine is closed');
  await looked;
  await room.engine.close();
  await failed;
  expect(room.server.count('StopQueryExecution')).toBe(1);
});

test('a listener for progress that throws does not leave a query behind', async () => {
  await using room = await athenaRoom(endless);
  const onProgress = () => {
    throw new TypeError('broken screen');
  };
  await expect(room.engine.run(KEY_QUERY, { onProgress })).rejects.toThrow('broken screen');
  expect(room.server.count('StopQueryExecution')).toBe(1);
});

test('a query that scans more than the limit is stopped', async () => {
  await using room = await athenaRoom(
    { states: ['RUNNING'], scanned: [40_000_000, 60_000_000] },
    { maxScanBytes: 50_000_000 },
  );
  const failure = await room.engine.run(KEY_QUERY).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ScanLimitReached);
  expect(failure).toMatchObject({ bytes: 60_000_000, limit: 50_000_000 });
  expect(room.server.count('StopQueryExecution')).toBe(1);
});
