import { expect, test } from 'vitest';
import { callRecord } from '../testing/records.ts';
import { jsonText, trailRow } from './trail-row.ts';

test('trailRow() names fields as Athena does and adds the partition columns', () => {
  expect(
    trailRow(callRecord({ resources: [{ ARN: 'arn:aws:s3:::a', type: 'AWS::S3::Bucket' }] })),
  ).toMatchObject({
    useridentity: { type: 'IAMUser', accountid: '111111111111', accesskeyid: 'AKIAIOSFODNN7EXAMPLE' },
    sourceipaddress: '192.0.2.10',
    resources: [{ arn: 'arn:aws:s3:::a', type: 'AWS::S3::Bucket' }],
    account: '111111111111',
    region: 'us-east-1',
    day: '2026/03/02',
  });
});

test('trailRow() takes the account of the caller when there is no recipient', () => {
  const { recipientAccountId: _, ...record } = callRecord({ userIdentity: { accountId: '222222222222' } });
  expect(trailRow(record)).toMatchObject({ account: '222222222222' });
});

test('trailRow() keeps partition columns that the record brings', () => {
  const record = callRecord({ account: '222222222222', region: 'eu-central-1', day: '2026/03/03' });
  expect(trailRow(record)).toMatchObject({
    account: '222222222222',
    region: 'eu-central-1',
    day: '2026/03/03',
  });
});

test.each([
  [{ userIdentity: 'alice' }, { useridentity: null }],
  [{ userIdentity: { sessionContext: [] } }, { useridentity: { sessioncontext: null } }],
  [{ userIdentity: { arn: { a: 1 } } }, { useridentity: { arn: '{"a":1}' } }],
  [{ readOnly: true }, { readonly: 'true' }],
  [{ apiVersion: 3 }, { apiversion: '3' }],
  [{ requestParameters: { a: [1] } }, { requestparameters: '{"a":[1]}' }],
  [{ requestParameters: '{"a":[1]}' }, { requestparameters: '{"a":[1]}' }],
  [{ requestParameters: null }, { requestparameters: null }],
  [{ resources: { ARN: 'a' } }, { resources: null }],
  [{ resources: ['a', null, { ARN: 'b' }] }, { resources: [{ arn: 'b' }] }],
  [{ tlsDetails: [1] }, { tlsdetails: null }],
  [{ eventTime: '2026-03-02T09:00:00.250Z' }, { eventtime: '2026-03-02T09:00:00Z', day: '2026/03/02' }],
  [{ eventTime: '2026-03-02 09:00:00.000000000' }, { eventtime: '2026-03-02T09:00:00Z', day: '2026/03/02' }],
  [{ eventTime: '2026-03-02T01:00:00+02:00' }, { eventtime: '2026-03-01T23:00:00Z', day: '2026/03/01' }],
  [{ eventTime: 'yesterday' }, { eventtime: 'yesterday', day: null }],
  [{ eventTime: 1_772_442_000 }, { day: null }],
  [{ eventTime: { toString: 1 } }, { day: null }],
  [{ unheardOf: 1, constructor: 'x' }, {}],
])('trailRow() makes %j fit', (fields, expected) => {
  const row = trailRow(callRecord(fields));
  expect(row).toMatchObject(expected);
  expect(Object.keys(row)).not.toContain('unheardof');
  expect(Object.hasOwn(row, 'constructor')).toBe(false);
});

test('jsonText() replaces lone surrogates, and only those', () => {
  expect(jsonText({ '\udc00': 'a\ud800b\\ud800\ud83d\ude00' })).toBe(
    '{"\ufffd":"a\ufffdb\\\\ud800\ud83d\ude00"}',
  );
});

test('jsonText() gives up on what JSON cannot hold', () => {
  expect(jsonText({ number: 1n })).toBeNull();
  expect(jsonText(undefined)).toBeNull();
});
