import { expect, test } from 'vitest';
import { ScanLimitReached } from '../errors.ts';
import { athenaRoom, KEY_QUERY } from '../testing/athena-rooms.ts';

const tables = {
  'security.cloudtrail_logs': {
    Parameters: {
      'projection.account.values': '111111111111,222222222222',
      'projection.region.values': 'us-east-1,eu-central-1',
      'projection.day.range': '2024/01/01,NOW',
    },
  },
};

test('a query that is expected to scan too much is not started, and the error names the assumption', async () => {
  await using room = await athenaRoom({ tables }, { maxScanBytes: 20_000_000 });
  const failure = await room.engine.run(KEY_QUERY).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ScanLimitReached);
  expect((failure as Error).message).toBe(
    'Cannot start key-activity: it is expected to scan 24 MB, and the limit is 20 MB (2 accounts × 2 regions × 3 days, at an assumed 2 MB for one account, region and day)',
  );
  expect(room.server.count('StartQueryExecution')).toBe(0);
});

test('a measured mean lets it through', async () => {
  await using room = await athenaRoom({ tables }, { maxScanBytes: 20_000_000, partitionBytes: 100_000 });
  await room.engine.run(KEY_QUERY);
  expect(room.server.count('StartQueryExecution')).toBe(1);
});

test('the smaller of the two limits holds; Athena itself keeps its own', async () => {
  await using ours = await athenaRoom(
    { tables, workgroup: { BytesScannedCutoffPerQuery: 90_000_000 } },
    { maxScanBytes: 20_000_000 },
  );
  expect(ours.engine.scanLimit).toBe(20_000_000);
  await expect(ours.engine.run(KEY_QUERY)).rejects.toThrow(ScanLimitReached);
  await using theirs = await athenaRoom(
    { tables, workgroup: { BytesScannedCutoffPerQuery: 15_000_000 } },
    { maxScanBytes: 20_000_000 },
  );
  expect(theirs.engine.scanLimit).toBe(15_000_000);
  await theirs.engine.run(KEY_QUERY);
  expect(theirs.server.count('GetTableMetadata')).toBe(0);
});

test('a table that says nothing of its partitions is let through, to be watched', async () => {
  await using room = await athenaRoom({}, { maxScanBytes: 20_000_000 });
  await room.engine.run(KEY_QUERY);
  expect(room.server.count('StartQueryExecution')).toBe(1);
});

test('the estimate can be asked for without a limit', async () => {
  await using room = await athenaRoom({ tables });
  expect(await room.engine.estimate(KEY_QUERY)).toMatchObject({ partitions: 12, bytes: 24_000_000 });
});
