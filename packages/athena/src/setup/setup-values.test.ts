import { expect, test } from 'vitest';
import { SetupInvalid } from '../errors.ts';
import { placeholderValues, type SetupRequest, type SetupTable } from './setup-values.ts';

const REQUEST: SetupRequest = {
  database: 'security',
  accounts: ['222222222222', '111111111111', '222222222222'],
  regions: ['us-east-1', 'eu-central-1', 'us-gov-west-1'],
  since: '2024-01-31',
  organisation: 'o-11111111',
  tables: [],
};
const TABLE: SetupTable = { name: 'cloudtrail_logs', bucket: 'amzn-s3-demo-bucket', prefix: 'logs/org/' };

test('values come as the statements need them, lists sorted and without doubles', () => {
  expect(placeholderValues(REQUEST, TABLE)).toEqual({
    database: 'security',
    bucket: 'amzn-s3-demo-bucket',
    prefix: 'logs/org/',
    organisation: 'o-11111111/',
    accounts: '111111111111,222222222222',
    regions: 'eu-central-1,us-east-1,us-gov-west-1',
    'first-day': '2024/01/31',
  });
});

test('a trail of one account without a prefix leaves nothing behind', () => {
  const { organisation: _, ...request } = REQUEST;
  const values = placeholderValues(request, { name: 'cloudtrail_logs', bucket: 'amzn-s3-demo-bucket' });
  expect(values).toMatchObject({ organisation: '', prefix: '' });
});

const HOSTILE = "x'; DROP TABLE y; --";

test.each([
  ['the database', { database: HOSTILE }, {}],
  ['the database', { database: 'Security' }, {}],
  ['the organisation', { organisation: 'o-1111/../x' }, {}],
  ['the accounts', { accounts: [] }, {}],
  ['the accounts', { accounts: ['111111111111', HOSTILE] }, {}],
  ['the regions', { regions: ["eu-central-1','x"] }, {}],
  ['the first day', { since: '2024-02-30' }, {}],
  ['the first day', { since: '2024/01/01' }, {}],
  ['the bucket', {}, { bucket: 's3://amzn-s3-demo-bucket' }],
  ['the bucket', {}, { bucket: 'a..b' }],
  ['the bucket', {}, { bucket: HOSTILE }],
  ['the prefix', {}, { prefix: '/logs' }],
  ['the prefix', {}, { prefix: 'logs//x' }],
  ['the prefix', {}, { prefix: "lo'gs" }],
  ['the prefix', {}, { prefix: `\${account}` }],
] as const)('%s is refused as %j %j', (what, request, table) => {
  const ask = () => placeholderValues({ ...REQUEST, ...request }, { ...TABLE, ...table });
  expect(ask).toThrow(SetupInvalid);
  expect(ask).toThrow(what);
  expect(ask).not.toThrow(/DROP/);
});
