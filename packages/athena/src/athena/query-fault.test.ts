import { expect, test } from 'vitest';
import { AccessRefused, QueryFailed, ScanLimitReached, TableUnusable, WorkgroupUnusable } from '../errors.ts';
import { athenaRoom, KEY_QUERY } from '../testing/athena-rooms.ts';

test.each([
  [
    "TABLE_NOT_FOUND: line 1:23: Table 'awsdatacatalog.security.cloudtrail_logs' does not exist",
    TableUnusable,
    'query setup',
  ],
  ["SCHEMA_NOT_FOUND: line 1:23: Schema 'security' does not exist", TableUnusable, 'query setup'],
  ["COLUMN_NOT_FOUND: line 1:8: Column 'tlsdetails' cannot be resolved", TableUnusable, 'query setup'],
  [
    'HIVE_INVALID_METADATA: Table security.cloudtrail_logs is configured for partition projection, but the following partition columns are missing projection configuration: [day]',
    TableUnusable,
    'every account',
  ],
  [
    'INVALID_TABLE_PROPERTY: Projection type for column account is not supported',
    TableUnusable,
    'every account',
  ],
  [
    'HIVE_METASTORE_ERROR: com.facebook.presto.spi.PrestoException: Error: : expected at the position 10',
    TableUnusable,
    'query setup',
  ],
  ['HIVE_CURSOR_ERROR: Row is not a valid JSON Object', QueryFailed, 'Narrow the window'],
  ['HIVE_BAD_DATA: Error parsing field value', QueryFailed, 'Narrow the window'],
  [
    'HIVE_UNKNOWN_ERROR: Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)',
    AccessRefused,
    'read the bucket',
  ],
  [
    'PERMISSION_DENIED: Insufficient permissions to execute the query. User is not authorized to perform: glue:GetTable',
    AccessRefused,
    'Glue',
  ],
  [
    'Access denied when writing output to url: s3://amzn-s3-demo-bucket/athena/x.csv',
    WorkgroupUnusable,
    'output location',
  ],
  [
    'The specified bucket does not exist (Service: Amazon S3; Error Code: NoSuchBucket)',
    TableUnusable,
    'the bucket that the logs are in',
  ],
  ['Query exhausted resources at this scale factor', QueryFailed, 'ask in parts'],
  ['SYNTAX_ERROR: line 1:1', QueryFailed, 'Check the statement'],
])('%s', async (reason, fault, remedy) => {
  await using room = await athenaRoom({ states: ['FAILED'], reason });
  const failure = await room.engine.run(KEY_QUERY).catch((error: unknown) => error);
  expect((failure as Error).constructor).toBe(fault);
  expect((failure as QueryFailed).remedy).toContain(remedy);
  expect(room.server.count('StopQueryExecution')).toBe(0);
});

test('what a log file says does not choose the error', async () => {
  const reason = "HIVE_BAD_DATA: Error parsing 'Access Denied: TABLE_NOT_FOUND: bytes scanned limit'";
  await using room = await athenaRoom({ states: ['FAILED'], reason });
  const failure = await room.engine.run(KEY_QUERY).catch((error: unknown) => error);
  expect((failure as Error).constructor).toBe(QueryFailed);
});

test('a reason is quoted without what could steer a terminal', async () => {
  const reason = `HIVE_BAD_DATA: value '\u001b]0;owned\u0007\u202e' at\n${'x'.repeat(999)}`;
  await using room = await athenaRoom({ states: ['FAILED'], reason });
  const failure = await room.engine.run(KEY_QUERY).catch((error: unknown) => error);
  expect((failure as Error).message).not.toMatch(/\p{C}/u);
  expect((failure as Error).message.length).toBeLessThan(450);
});

test('a failure without a reason is still an error', async () => {
  await using room = await athenaRoom({ states: ['FAILED'] });
  await expect(room.engine.run(KEY_QUERY)).rejects.toThrow('it gave no reason');
});

test('what Athena calls passing may be tried again', async () => {
  await using room = await athenaRoom({
    states: ['FAILED'],
    error: { ErrorCategory: 1, Retryable: true, ErrorMessage: 'internal' },
  });
  await expect(room.engine.run(KEY_QUERY)).rejects.toMatchObject({
    remedy: expect.stringContaining('again'),
  });
});

test("the workgroup's own scan limit is told from a colleague who cancelled", async () => {
  await using limited = await athenaRoom({
    states: ['CANCELLED'],
    reason: 'Query cancelled! : Bytes scanned limit was exceeded',
    scanned: [15_000_000],
  });
  await expect(limited.engine.run(KEY_QUERY)).rejects.toMatchObject({ bytes: 15_000_000 });
  await expect(limited.engine.run(KEY_QUERY)).rejects.toBeInstanceOf(ScanLimitReached);
  await using stopped = await athenaRoom({ states: ['CANCELLED'] });
  await expect(stopped.engine.run(KEY_QUERY)).rejects.toThrow('someone else cancelled it');
});
