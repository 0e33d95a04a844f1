import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openParquet } from './open-parquet.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firebreak-parquet-'));
});
afterEach(() => rm(folder, { recursive: true }));

const COLUMNS = [
  { name: 'eventname', type: 'varchar' },
  { name: 'calls', type: 'bigint' },
  { name: 'calls', type: 'double' },
  { name: 'it "is"', type: 'timestamp(3) with time zone' },
  { name: 'regions', type: 'array(varchar)' },
];

test('openParquet() keeps values, types and names', async () => {
  const path = join(folder, "it's.parquet");
  const parquet = await openParquet(path, COLUMNS);
  await parquet.write(['ListBuckets', '9007199254740993', 0.5, '2026-03-02T09:00:00Z', ['a', null]]);
  await parquet.write([null, null, null, null, null]);
  await parquet.end();
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const read = await connection.runAndReadAll('SELECT * FROM read_parquet(?)', [path]);
  expect(read.columnTypes().map(String)).toEqual([
    'VARCHAR',
    'BIGINT',
    'DOUBLE',
    'TIMESTAMP WITH TIME ZONE',
    'VARCHAR',
  ]);
  expect(read.getRows().map((row) => row.map((cell) => (cell === null ? null : String(cell))))).toEqual([
    ['ListBuckets', '9007199254740993', '0.5', '2026-03-02 09:00:00+00', '["a",null]'],
    [null, null, null, null, null],
  ]);
  instance.closeSync();
});

test('openParquet() writes an answer without rows', async () => {
  const path = join(folder, 'empty.parquet');
  const parquet = await openParquet(path, COLUMNS);
  await parquet.end();
  const instance = await DuckDBInstance.create(':memory:');
  const read = await (await instance.connect()).runAndReadAll('SELECT count(*) FROM read_parquet(?)', [path]);
  expect(read.getRows()).toEqual([[0n]]);
  instance.closeSync();
});
