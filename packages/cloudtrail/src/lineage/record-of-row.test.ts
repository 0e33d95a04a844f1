import { expect, test } from 'vitest';
import { withSession } from '../testing/identities.ts';
import { assumeRole, roleIdentity } from '../testing/records.ts';
import { rowOf } from '../testing/rows-of.ts';
import { recordOfRow } from './record-of-row.ts';

const record = {
  ...assumeRole(withSession(roleIdentity('ASIARTXV5AHDREXAMPLE', 'Deployer'), { ec2RoleDelivery: '2.0' }), {
    key: 'ASIARTXV5AHDSEXAMPLE',
    role: 'Payroll',
    time: '2026-09-14T08:00:00Z',
  }),
  requestID: 'request',
  sharedEventID: 'shared',
  readOnly: true,
  managementEvent: true,
  resources: [
    { ARN: 'arn:aws:iam::111111111111:role/Payroll', accountId: '111111111111', type: 'AWS::IAM::Role' },
  ],
  tlsDetails: { tlsVersion: 'TLSv1.3', clientProvidedHostHeader: 'sts.amazonaws.com' },
  additionalEventData: { SwitchFrom: 'x' },
};
const row = { ...rowOf(record), readonly: 'true', managementevent: 'true' };

test('recordOfRow() brings a record back as CloudTrail wrote it', () => {
  const { tlsdetails, resources } = row as Record<string, unknown>;
  expect(tlsdetails).toHaveProperty('tlsversion');
  expect(resources).toHaveProperty('0.arn');
  expect(recordOfRow(row)).toEqual(record);
});

test('recordOfRow() takes structs as JSON text, too', () => {
  const texts = {
    ...row,
    useridentity: JSON.stringify((row as Record<string, unknown>)['useridentity']),
    resources: JSON.stringify((row as Record<string, unknown>)['resources']),
  };
  expect(recordOfRow(texts)).toEqual(record);
});

test('recordOfRow() takes a map as a list of keys with values', () => {
  const useridentity = {
    sessioncontext: {
      webidfederationdata: { federatedprovider: 'idp', attributes: [{ key: 'idp:sub', value: 'me' }] },
    },
  };
  expect(recordOfRow({ useridentity })).toEqual({
    userIdentity: {
      sessionContext: { webIdFederationData: { federatedProvider: 'idp', attributes: { 'idp:sub': 'me' } } },
    },
  });
});

test('recordOfRow() leaves out partitions and what is null, and keeps what is no JSON', () => {
  const odd = { day: '2026/09/14', region: 'x', errorcode: null, requestparameters: '{broken' };
  expect(recordOfRow(odd)).toEqual({ requestParameters: '{broken' });
});
