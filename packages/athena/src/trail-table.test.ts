import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deliveredName, fieldPaths } from './duckdb/delivered-names.ts';
import { tableDefinition } from './setup/table-definition.ts';
import { readTableFiles } from './setup/table-file.ts';
import { PARTITION_COLUMNS, TRAIL_COLUMNS, type TrailFields, type TrailType } from './trail-table.ts';

const files = await readTableFiles(join(import.meta.dirname, '../../../sql/tables'));
const tables = new Map(
  files.map(({ name, statement, path }) => [name, tableDefinition(statement, path)] as const),
);
const columns = Object.entries(TRAIL_COLUMNS).map(([name, type]) => ({ name, type: hiveType(type) }));
const partitions = PARTITION_COLUMNS.map((name) => ({ name, type: 'string' }));

test('sql/tables/cloudtrail_logs.sql declares the same columns', () => {
  expect(tables.get('cloudtrail_logs')).toMatchObject({ columns, partitions });
});

test('sql/tables/ingest_events.sql declares them too, with resources as text', () => {
  const withText = columns.map((column) =>
    column.name === 'resources' ? { name: 'resources', type: 'string' } : column,
  );
  expect(tables.get('ingest_events')).toMatchObject({ columns: withText, partitions });
});

test('sql/tables/ingest_events.sql maps every name that has capitals in a delivered record, and no other', () => {
  const names = fieldPaths(TRAIL_COLUMNS)
    .filter((path) => path[0] !== 'resources' || path.length === 1)
    .map((path) => [path.at(-1) ?? '', deliveredName(...path)] as const);
  const wanted = names
    .filter(([column, delivered]) => column !== delivered)
    .map(([column, delivered]) => [`mapping.${column}`, delivered] as const);
  const { serdeProperties = {} } = tables.get('ingest_events') ?? {};
  const declared = Object.entries(serdeProperties).filter(([name]) => name.startsWith('mapping.'));
  expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(wanted));
  // A mapping holds at every depth, so one name must be written one way.
  expect(new Map(names).size).toBe(new Set(names.map((pair) => pair.join(' '))).size);
  expect(serdeProperties['case.insensitive']).toBe('false');
});

test.each(['cloudtrail_logs', 'ingest_events', 'guardduty_findings', 'credential_reports'])(
  'every partition of %s is projected, and stands in its location',
  (name) => {
    const table = tables.get(name);
    const properties = table?.properties ?? {};
    expect(table?.partitions.length).toBeGreaterThan(1);
    for (const { name: partition } of table?.partitions ?? []) {
      expect(properties[`projection.${partition}.type`]).toMatch(/^(?:enum|date)$/);
      expect(properties['storage.location.template']).toContain(`\${${partition}}`);
    }
    expect(properties['storage.location.template']?.startsWith(table?.location ?? 'no')).toBe(true);
  },
);

function hiveType(type: TrailType): string {
  if (type === 'text' || type === 'json') return 'string';
  if (type === 'map') return 'map<string,string>';
  return 'struct' in type ? structType(type.struct) : `array<${structType(type.listOf)}>`;
}

function structType(fields: TrailFields): string {
  const parts = Object.entries(fields).map(([name, type]) => `${name}:${hiveType(type)}`);
  return `struct<${parts.join(',')}>`;
}
