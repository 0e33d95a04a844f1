import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BoundQuery } from '../query-engine.ts';
import { callRecord, recordsOf } from '../testing/records.ts';
import { openDuckDb } from './open-duckdb.ts';

let parent = '';
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'firebreak-test-'));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const open = (...records: Record<string, unknown>[]) =>
  openDuckDb(recordsOf(...records), { temporaryFolder: parent, threads: 1 });

const ask = (sql: string, ...values: string[]): BoundQuery => ({
  name: 'test',
  sql,
  values: values.map((value) => ({ binding: 'value', type: 'varchar', value })),
  parameters: {},
});

test('records lie in a private folder until close()', async () => {
  const engine = await open(callRecord());
  const [folder = ''] = await readdir(parent);
  expect((await stat(join(parent, folder))).mode & 0o777).toBe(0o700);
  await engine.close();
  await engine.close();
  expect(await readdir(parent)).toEqual([]);
  await expect(engine.run(ask('SELECT 1'))).rejects.toThrow('Cannot run the query: the engine is closed');
});

test('what the records throw comes through, and nothing is left behind', async () => {
  const broken = async function* () {
    yield callRecord();
    throw new RangeError('broken file');
  };
  await expect(openDuckDb(broken(), { temporaryFolder: parent })).rejects.toThrow(RangeError);
  expect(await readdir(parent)).toEqual([]);
});

test('no folder to write to is a problem of its own', async () => {
  const missing = join(parent, 'missing');
  await expect(openDuckDb(recordsOf(), { temporaryFolder: missing })).rejects.toMatchObject({
    name: 'SpoolFailed',
    where: missing,
  });
});

test('an engine without records answers with no rows', async () => {
  await using engine = disposable(await open());
  expect((await engine.run(ask('SELECT eventname FROM cloudtrail_logs'))).rows).toEqual([]);
});

test('odd records are rows all the same', async () => {
  await using engine = disposable(
    await open(
      callRecord({ userIdentity: 'alice', resources: 'x', requestParameters: { a: '\ud800\u0000' } }),
      callRecord({ userAgent: 'x'.repeat(17 * 1_024 * 1_024) }),
      callRecord({ eventTime: 'yesterday' }),
    ),
  );
  expect(engine.spooled).toMatchObject({ records: 3, undated: 1 });
  const { rows } = await engine.run(
    ask('SELECT count(*), max(length(useragent)), count(useridentity.accesskeyid) FROM cloudtrail_logs'),
  );
  expect(rows).toEqual([[3, 17 * 1_024 * 1_024, 2]]);
});

test('a field nested without end is no trouble', async () => {
  const depth = 100_000;
  const record = callRecord({ requestParameters: `${'['.repeat(depth)}${']'.repeat(depth)}` });
  await using engine = disposable(await open(record));
  const { rows } = await engine.run(
    ask(
      `SELECT json_extract_scalar(requestparameters, '$[0]'), length(requestparameters) FROM cloudtrail_logs`,
    ),
  );
  expect(rows).toEqual([[null, 2 * depth]]);
});

test('values come out as JSON', async () => {
  await using engine = disposable(await open());
  const result = await engine.run(
    ask(`SELECT 9007199254740991 AS safe, 9007199254740993 AS beyond, true AS yes, NULL AS nothing,
      TIMESTAMP '2026-03-01 12:00:00' AS moment, from_iso8601_timestamp('2026-03-01T12:00:00.5Z') AS zoned,
      ARRAY['a', NULL] AS list, 1.5 AS decimal, DATE '2026-03-01' AS date`),
  );
  expect(result.rows).toEqual([
    [
      9_007_199_254_740_991,
      '9007199254740993',
      true,
      null,
      '2026-03-01T12:00:00Z',
      '2026-03-01T12:00:00.500Z',
      ['a', null],
      '1.5',
      '2026-03-01',
    ],
  ]);
  expect(result.columns[5]).toEqual({ name: 'zoned', type: 'timestamp with time zone' });
  expect(result.engine).toMatch(/^DuckDB v1\./);
});

test('structs and maps come out as objects', async () => {
  const sessionContext = { webIdFederationData: { attributes: { 'accounts.example.com:aud': 'app' } } };
  await using engine = disposable(await open(callRecord({ userIdentity: { sessionContext } })));
  const { rows } = await engine.run(
    ask('SELECT useridentity.sessioncontext.webidfederationdata FROM cloudtrail_logs'),
  );
  expect(rows).toEqual([[{ federatedprovider: null, attributes: { 'accounts.example.com:aud': 'app' } }]]);
});

test('a refused statement is a QueryFailed with its cause', async () => {
  await using engine = disposable(await open());
  await expect(engine.run(ask('SELECT nothing FROM cloudtrail_logs'))).rejects.toMatchObject({
    name: 'QueryFailed',
    message: expect.stringMatching(/^Cannot run test: DuckDB refused it: Binder Error: [^\n]+$/),
    cause: expect.any(Error),
  });
});

test('a statement reaches no other file and no setting', async () => {
  const secret = join(parent, 'secret.csv');
  await writeFile(secret, 'a\n1\n');
  await using engine = disposable(await open());
  for (const sql of [
    `SELECT * FROM '${secret}'`,
    `COPY (SELECT 1) TO '${join(parent, 'out.csv')}'`,
    'SET enable_external_access = true',
    'INSTALL httpfs',
  ]) {
    await expect(engine.run(ask(sql))).rejects.toMatchObject({ name: 'QueryFailed' });
  }
});

test('a signal stops a query, and only that one', async () => {
  await using engine = disposable(await open());
  const reason = new Error('enough');
  const controller = new AbortController();
  const long = engine.run(ask('SELECT count(*) FROM range(100000000000) AS t (n) WHERE n % 7 = 3'), {
    signal: controller.signal,
  });
  setTimeout(() => controller.abort(reason), 50);
  await expect(long).rejects.toBe(reason);
  expect((await engine.run(ask('SELECT 1'))).rows).toEqual([[1]]);
});

test('close() stops what still runs', async () => {
  const engine = await open();
  const long = engine.run(ask('SELECT count(*) FROM range(100000000000) AS t (n) WHERE n % 7 = 3'));
  const stopped = expect(long).rejects.toThrow('the engine is closed');
  setTimeout(() => void engine.close(), 50);
  await stopped;
});

test('hostile values are compared and nothing else', async () => {
  await using engine = disposable(await open(callRecord({ eventName: "x' OR '1'='1" }), callRecord()));
  const sql = 'SELECT ? AS value, count(*) FROM cloudtrail_logs WHERE eventname = ?';
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom("'; DROP VIEW cloudtrail_logs; --", "' OR 1=1 --", '"', '?', '$1', '\\', '*/', '%'),
  );
  await fc.assert(
    fc.asyncProperty(hostile, async (value) => {
      expect((await engine.run(ask(sql, value, value))).rows).toEqual([[value, 0]]);
    }),
    { numRuns: 50 },
  );
  expect((await engine.run(ask(sql, 'ListBuckets', 'ListBuckets'))).rows).toEqual([['ListBuckets', 1]]);
});

function disposable<T extends { close(): Promise<void> }>(engine: T): T & AsyncDisposable {
  return Object.assign(engine, { [Symbol.asyncDispose]: () => engine.close() });
}
