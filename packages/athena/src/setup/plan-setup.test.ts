import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SetupInvalid } from '../errors.ts';
import { planSetup } from './plan-setup.ts';
import type { CurrentCatalog } from './read-catalog.ts';
import type { SetupRequest } from './setup-values.ts';
import { tableDefinition } from './table-definition.ts';
import type { CurrentTable } from './table-difference.ts';
import { readTableFiles } from './table-file.ts';

const files = await readTableFiles(join(import.meta.dirname, '../../../../sql/tables'));
const REQUEST: SetupRequest = {
  database: 'security',
  accounts: ['111111111111'],
  regions: ['eu-central-1'],
  since: '2024-01-01',
  organisation: 'o-11111111',
  tables: files.map(({ name }) => ({ name, bucket: 'amzn-s3-demo-bucket' })),
};
const EMPTY: CurrentCatalog = { database: false, tables: new Map() };

/** The catalogue after a set-up. */
function after(request: SetupRequest): Map<string, CurrentTable> {
  const statements = planSetup(request, files, EMPTY).steps.slice(1);
  return new Map(
    statements.map(({ name, statements: [statement = ''] }) => {
      const { columns, partitions, properties, location, serde } = tableDefinition(statement, name);
      const parameters = { ...properties, location, 'serde.serialization.lib': serde, EXTERNAL: 'TRUE' };
      return [name.slice('security.'.length), { columns, partitions, parameters }];
    }),
  );
}

test('in an empty catalogue, the database and every table is made', () => {
  const { steps, kept } = planSetup(REQUEST, files, EMPTY);
  expect(steps.map(({ kind, name }) => [kind, name])).toEqual([
    ['create-database', 'security'],
    ['create-table', 'security.cloudtrail_logs'],
    ['create-table', 'security.credential_reports'],
    ['create-table', 'security.guardduty_findings'],
    ['create-table', 'security.ingest_events'],
  ]);
  expect(kept).toEqual([]);
  const text = steps.flatMap(({ statements }) => statements).join('\n');
  expect(text).not.toMatch(/\{\{|--/);
  expect(text).toContain(
    `'s3://amzn-s3-demo-bucket/AWSLogs/o-11111111/\${account}/CloudTrail/\${region}/\${day}'`,
  );
  expect(text).toContain("'projection.day.range' = '2024/01/01,NOW'");
});

test('what is as it should be stays', () => {
  const { steps, kept } = planSetup(REQUEST, files, { database: true, tables: after(REQUEST) });
  expect(steps).toEqual([]);
  expect(kept).toHaveLength(5);
});

test('lists in another order are the same lists', () => {
  const wide = { ...REQUEST, regions: ['eu-central-1', 'us-east-1'] };
  const tables = after(wide);
  for (const { parameters } of tables.values()) {
    const values = parameters as Record<string, string>;
    if ('projection.region.values' in values) values['projection.region.values'] = 'us-east-1, eu-central-1';
  }
  expect(planSetup(wide, files, { database: true, tables }).steps).toEqual([]);
});

test('a new account changes properties and drops nothing', () => {
  const grown = { ...REQUEST, accounts: ['111111111111', '222222222222'] };
  const { steps } = planSetup(grown, files, { database: true, tables: after(REQUEST) });
  expect(steps.map(({ kind }) => kind)).toEqual(Array(4).fill('set-properties'));
  expect(steps[0]?.statements).toEqual([
    "ALTER TABLE security.cloudtrail_logs SET TBLPROPERTIES ('projection.account.values' = '111111111111,222222222222')",
  ]);
});

test('a table without the newer fields is named field by field, and made again', () => {
  const tables = after(REQUEST);
  const trail = tables.get('cloudtrail_logs');
  const columns = (trail?.columns ?? [])
    .filter(({ name }) => name !== 'tlsdetails')
    .map(({ name, type }) => ({ name, type: type.replace('sourceidentity:string,', '') }));
  tables.set('cloudtrail_logs', { partitions: [], parameters: {}, ...trail, columns });
  const { steps, differences } = planSetup(REQUEST, files, { database: true, tables });
  expect(differences.get('cloudtrail_logs')?.missing).toEqual([
    'useridentity.sessioncontext.sourceidentity',
    'tlsdetails.tlsversion',
    'tlsdetails.ciphersuite',
    'tlsdetails.keyexchange',
    'tlsdetails.clientprovidedhostheader',
  ]);
  expect(steps).toHaveLength(1);
  expect(steps[0]).toMatchObject({ kind: 'replace-table', name: 'security.cloudtrail_logs' });
  expect(steps[0]?.says).toContain(
    'it lacks useridentity.sessioncontext.sourceidentity, tlsdetails.tlsversion',
  );
  expect(steps[0]?.says).toContain('The log files stay');
  expect(steps[0]?.statements[0]).toBe('DROP TABLE security.cloudtrail_logs');
  expect(steps[0]?.statements[1]).toMatch(/^CREATE EXTERNAL TABLE security\.cloudtrail_logs \(/);
});

test.each([
  ['another bucket', { location: 's3://amzn-s3-demo-other/AWSLogs/' }, 'the location is'],
  ['another SerDe', { 'serde.serialization.lib': 'org.openx.data.jsonserde.JsonSerDe' }, 'the SerDe is'],
  ['a SerDe without its mapping', { 'serde.param.case.insensitive': 'true' }, 'the SerDe lacks'],
])('%s means another table', (_, parameters, says) => {
  const tables = after(REQUEST);
  const name = says === 'the SerDe lacks' ? 'ingest_events' : 'cloudtrail_logs';
  const table = tables.get(name);
  if (table !== undefined) tables.set(name, { ...table, parameters: { ...table.parameters, ...parameters } });
  const { steps } = planSetup(REQUEST, files, { database: true, tables });
  expect(steps.map(({ kind }) => kind)).toEqual(['replace-table']);
  expect(steps[0]?.says).toContain(says);
});

test('other partitions mean another table', () => {
  const tables = after(REQUEST);
  const trail = tables.get('cloudtrail_logs');
  if (trail !== undefined) {
    tables.set('cloudtrail_logs', { ...trail, partitions: [{ name: 'timestamp', type: 'string' }] });
  }
  const { steps } = planSetup(REQUEST, files, { database: true, tables });
  expect(steps[0]?.says).toContain(
    'the partitions are timestamp string, not account string, region string, day string',
  );
});

test('a table that no file makes is refused', () => {
  const tables = [{ name: 'vpc_flow_logs', bucket: 'amzn-s3-demo-bucket' }];
  expect(() => planSetup({ ...REQUEST, tables }, files, EMPTY)).toThrow(SetupInvalid);
});
