import { expect, test } from 'vitest';
import { AccessRefused, SetupFailed } from '../errors.ts';
import { athenaRoom } from '../testing/athena-rooms.ts';
import { applySetup } from './apply-setup.ts';
import type { SetupPlan } from './plan-setup.ts';
import { readCatalog } from './read-catalog.ts';

const PLAN: SetupPlan = {
  database: 'security',
  kept: [],
  differences: new Map(),
  steps: [
    {
      kind: 'create-database',
      name: 'security',
      says: 'a',
      statements: ['CREATE DATABASE IF NOT EXISTS security'],
    },
    {
      kind: 'replace-table',
      name: 'security.t',
      says: 'b',
      statements: ['DROP TABLE security.t', 'CREATE EXTERNAL TABLE security.t'],
    },
    { kind: 'create-table', name: 'security.u', says: 'c', statements: ['CREATE EXTERNAL TABLE security.u'] },
  ],
};

test('the statements go out one after another, without a database to run in', async () => {
  await using room = await athenaRoom(
    { statementType: 'DDL', columns: [], rows: [], header: false },
    { maxScanBytes: 1 },
  );
  const seen: string[] = [];
  expect(await applySetup(PLAN, room.engine, { onStep: ({ name }) => seen.push(name) })).toEqual(PLAN.steps);
  expect(seen).toEqual(['security', 'security.t', 'security.u']);
  expect(room.server.started.map((input) => input['QueryString'])).toEqual(
    PLAN.steps.flatMap(({ statements }) => statements),
  );
  expect(room.server.started[0]).toMatchObject({ QueryExecutionContext: { Catalog: 'AwsDataCatalog' } });
  expect(room.server.started[0]).not.toHaveProperty('QueryExecutionContext.Database');
});

test('the first failure ends it, and says what was done and what is open', async () => {
  const sent: string[] = [];
  const define = async (statement: string) => {
    sent.push(statement);
    if (statement.startsWith('CREATE EXTERNAL'))
      throw new AccessRefused('no', { remedy: 'Ask for glue:CreateTable.' });
  };
  const failure = await applySetup(PLAN, { define }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(SetupFailed);
  expect(failure).toMatchObject({
    message:
      'Cannot set up security.t: no. Done before: security made. security.t was dropped and is not made yet; the log files are untouched.',
    remedy: 'Ask for glue:CreateTable.',
  });
  expect(sent).toHaveLength(3);
});

test('an aborted set-up sends nothing more', async () => {
  const stop = new AbortController();
  const sent: string[] = [];
  const define = async (statement: string) => {
    sent.push(statement);
    stop.abort(new Error('enough'));
  };
  await expect(applySetup(PLAN, { define }, { signal: stop.signal })).rejects.toThrow('enough');
  expect(sent).toHaveLength(1);
});

test('the catalogue is read through Athena; what is not there is not an error', async () => {
  const table = {
    Columns: [{ Name: 'eventname', Type: 'string' }],
    PartitionKeys: [{ Name: 'day', Type: 'string' }],
  };
  await using room = await athenaRoom({
    databases: ['security'],
    tables: { 'security.cloudtrail_logs': table },
  });
  const current = await readCatalog(room.engine, {
    database: 'security',
    tables: ['cloudtrail_logs', 'ingest_events'],
  });
  expect(current.database).toBe(true);
  expect([...current.tables]).toEqual([
    [
      'cloudtrail_logs',
      {
        columns: [{ name: 'eventname', type: 'string' }],
        partitions: [{ name: 'day', type: 'string' }],
        parameters: {},
      },
    ],
  ]);
  expect(await readCatalog(room.engine, { database: 'other', tables: ['cloudtrail_logs'] })).toMatchObject({
    database: false,
  });
});

test('a catalogue that may not be read is not an empty one', async () => {
  await using room = await athenaRoom({
    faults: {
      GetDatabase: [
        { type: 'MetadataException', message: 'User is not authorized to perform: glue:GetDatabase' },
      ],
    },
  });
  await expect(readCatalog(room.engine, { database: 'security', tables: [] })).rejects.toThrow(
    'not authorized',
  );
});
