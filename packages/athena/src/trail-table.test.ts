import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PARTITION_COLUMNS, TRAIL_COLUMNS, type TrailFields, type TrailType } from './trail-table.ts';

test('sql/tables/cloudtrail_logs.sql declares the same columns', async () => {
  const path = join(import.meta.dirname, '../../../sql/tables/cloudtrail_logs.sql');
  const ddl = (await readFile(path, 'utf8')).replaceAll(/--[^\n]*/g, '').replaceAll(/\s+/g, '');
  const columns = Object.entries(TRAIL_COLUMNS).map(([name, type]) => `${name}${hiveType(type)}`);
  expect(ddl).toContain(`cloudtrail_logs(${columns.join(',')})`);
  expect(ddl).toContain(`PARTITIONEDBY(${PARTITION_COLUMNS.map((name) => `${name}string`).join(',')})`);
});

function hiveType(type: TrailType): string {
  if (type === 'text' || type === 'json') return 'string';
  if (type === 'map') return 'map<string,string>';
  return 'struct' in type ? structType(type.struct) : `array<${structType(type.listOf)}>`;
}

function structType(fields: TrailFields): string {
  const parts = Object.entries(fields).map(([name, type]) => `${name}:${hiveType(type)}`);
  return `struct<${parts.join(',')}>`;
}
