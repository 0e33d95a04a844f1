import { expect, test } from 'vitest';
import { KEY_QUERY } from '../testing/athena-rooms.ts';
import { estimateScan, scannedTable } from './scan-estimate.ts';

const properties = {
  'projection.account.values': '111111111111,222222222222',
  'projection.region.values': 'us-east-1,eu-central-1,eu-west-1',
  'projection.day.range': '2026/01/01,NOW',
};
const today = new Date('2026-03-10T12:00:00Z');
const asked = { query: KEY_QUERY, table: 'cloudtrail_logs', properties, today };

test('the estimate is accounts times regions times days of the window, and names what it rests on', () => {
  expect(estimateScan(asked)).toEqual({
    bytes: 2 * 3 * 3 * 2_000_000,
    partitions: 18,
    basis: '2 accounts × 3 regions × 3 days, at an assumed 2 MB for one account, region and day',
  });
});

test('a measured mean takes the place of the assumed one', () => {
  const estimate = estimateScan({ ...asked, partitionBytes: 680_000 });
  expect(estimate?.bytes).toBe(18 * 680_000);
  expect(estimate?.basis).toContain('at a measured 0.7 MB');
});

test('a query without a window is expected to read every day of the table', () => {
  const query = { sql: KEY_QUERY.sql, values: [] };
  expect(estimateScan({ ...asked, query })?.partitions).toBe(2 * 3 * 69);
});

test('a table that is named twice is read twice', () => {
  const sql = 'SELECT a FROM cloudtrail_logs JOIN cloudtrail_logs ON a = b';
  expect(estimateScan({ ...asked, query: { ...KEY_QUERY, sql } })?.bytes).toBe(18 * 2_000_000 * 2);
});

test('a table that does not list its accounts has no estimate', () => {
  expect(estimateScan({ ...asked, properties: {} })).toBeUndefined();
});

test('the table is the one after FROM or JOIN, whatever a comment or a text says', () => {
  const sql =
    "WITH mint AS (SELECT 'from ingest_events' FROM -- from ingest_events\n CloudTrail_Logs) SELECT 1 FROM mint";
  expect(scannedTable(sql, ['cloudtrail_logs', 'ingest_events'])).toBe('cloudtrail_logs');
  expect(scannedTable('SELECT 1', ['cloudtrail_logs'])).toBeUndefined();
});
