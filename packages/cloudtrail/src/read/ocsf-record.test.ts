import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEvent } from './read-event.ts';
import type { TrailEvent } from './trail-event.ts';
import { unwrapRecords } from './unwrap-records.ts';

function eventOf(value: unknown): TrailEvent | undefined {
  const records: unknown[] = [];
  unwrapRecords(value, records, (why) => expect.unreachable(why));
  return readEvent(records[0]);
}

const ARN = 'arn:aws:sts::111111111111:assumed-role/Deployer/alice';
const PRINCIPAL = 'AROAQBS6T6WOHEXAMPLE2:alice';
const ISSUER = 'arn:aws:iam::111111111111:role/Deployer';

const common = {
  class_uid: 3005,
  api: {
    operation: 'AssumeRole',
    request: { uid: 'r-1' },
    response: { error: 'AccessDenied', message: 'not today' },
    service: { name: 'sts.amazonaws.com' },
  },
  cloud: { provider: 'AWS', region: 'us-east-1' },
  http_request: { user_agent: 'aws-cli/2' },
  src_endpoint: { ip: '203.0.113.66' },
  time: 1789372800000,
};
const unmapped = {
  recipientAccountId: '111111111111',
  readOnly: 'true',
  sessionCredentialFromConsole: 'true',
  'userIdentity.sessionContext.sessionIssuer.type': 'Role',
  'userIdentity.sessionContext.sessionIssuer.userName': 'Deployer',
  'responseElements.credentials.accessKeyId': 'ASIARTXV5AHDQEXAMPLE',
  '__proto__.polluted': 'yes',
};
const first = {
  ...common,
  actor: {
    session: { created_time: 1789369200000, issuer: ISSUER, mfa: false },
    user: {
      account_uid: '111111111111',
      credential_uid: 'ASIARTXV5AHDREXAMPLE',
      type: 'AssumedRole',
      uid: PRINCIPAL,
      uuid: ARN,
    },
  },
  metadata: { product: { name: 'CloudTrail', version: '1.08' }, uid: 'e-1', version: '1.0.0-rc.2' },
  user: { uuid: 'arn:aws:iam::222222222222:role/Reader', name: 'session-1' },
  unmapped: { ...unmapped, eventType: 'AwsApiCall' },
};
const second = {
  ...common,
  class_uid: 6003,
  api: {
    ...common.api,
    request: {
      uid: 'r-1',
      data: '{"roleArn":"arn:aws:iam::222222222222:role/Reader","roleSessionName":"session-1"}',
    },
  },
  actor: {
    session: { created_time_dt: '2026-09-14T09:00:00.000+02:00', issuer: ISSUER, is_mfa: false },
    user: {
      account: { uid: '111111111111' },
      credential_uid: 'ASIARTXV5AHDREXAMPLE',
      type: 'AssumedRole',
      uid: ARN,
      uid_alt: PRINCIPAL,
    },
  },
  metadata: {
    event_code: 'AwsApiCall',
    product: { name: 'CloudTrail', version: '1.08' },
    uid: 'e-1',
    version: '1.1.0',
  },
  unmapped,
};

test.each([
  ['1.0.0-rc.2', first],
  ['1.1.0', second],
])('a CloudTrail event in OCSF %s is read as the event that it was', (_, ocsf) => {
  const event = eventOf(ocsf);
  expect(event).toMatchObject({
    id: 'e-1',
    time: '2026-09-14T08:00:00Z',
    name: 'AssumeRole',
    eventType: 'AwsApiCall',
    readOnly: true,
    source: 'sts.amazonaws.com',
    region: 'us-east-1',
    accountId: '111111111111',
    sourceAddress: '203.0.113.66',
    userAgent: 'aws-cli/2',
    errorCode: 'AccessDenied',
    errorMessage: 'not today',
    sessionCredentialFromConsole: true,
    issuedKeyId: 'ASIARTXV5AHDQEXAMPLE',
    requestedRoleArn: 'arn:aws:iam::222222222222:role/Reader',
    requestedSessionName: 'session-1',
    identity: {
      type: 'AssumedRole',
      principalId: PRINCIPAL,
      arn: ARN,
      accountId: '111111111111',
      accessKeyId: 'ASIARTXV5AHDREXAMPLE',
      sessionIssuerArn: ISSUER,
      sessionIssuerType: 'Role',
      sessionIssuerName: 'Deployer',
      sessionCreated: '2026-09-14T07:00:00Z',
      mfaAuthenticated: false,
    },
  });
  expect(event?.record['ocsf']).toBe(ocsf);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('a service as the source of a call, and a user who was created', () => {
  const ocsf = {
    ...first,
    class_uid: 3001,
    api: { ...common.api, operation: 'CreateUser' },
    src_endpoint: { domain: 'cloudformation.amazonaws.com' },
    user: { name: 'alice' },
  };
  expect(eventOf(ocsf)).toMatchObject({
    sourceAddress: 'cloudformation.amazonaws.com',
    credentialUser: 'alice',
  });
});

/** Public pairs of a record and its OCSF event; they lie beside the project, and nothing of them is in it. */
const PAIRS = resolve(import.meta.dirname, '../../../../../shared/data/cloudtrail/ocsf-examples');
const isThere = existsSync(PAIRS);
if (!isThere) process.stdout.write('OCSF examples are skipped: there is no folder with them\n');

describe.skipIf(!isThere)('OCSF events that nobody here wrote', () => {
  const names = ['account_change', 'authentication', 'generic_api_activity'];
  test.each(['v1.0.0-rc.2', 'v1.1.0'].flatMap((version) => names.map((name) => `${version}_${name}`)))(
    '%s agrees with its record',
    (name) => {
      const [raw, ocsf] = ['raw', 'ocsf'].map((kind) =>
        eventOf(JSON.parse(readFileSync(join(PAIRS, `${name}.${kind}.json`), 'utf8'))),
      );
      expect(factsOf(ocsf)).toEqual(factsOf(raw));
      expect(raw?.name).toBeDefined();
    },
  );
});

function factsOf(event: TrailEvent | undefined) {
  const identity = event?.identity;
  return [
    [
      event?.id,
      event?.name,
      event?.time,
      event?.source,
      event?.region,
      event?.accountId,
      event?.sourceAddress,
    ],
    [event?.userAgent, event?.errorCode, event?.errorMessage, event?.eventType, event?.credentialUser],
    [event?.issuedKeyId, event?.readOnly, event?.sessionCredentialFromConsole],
    [identity?.type, identity?.arn, identity?.principalId, identity?.accountId, identity?.accessKeyId],
    [
      identity?.userName,
      identity?.sessionIssuerArn,
      identity?.sessionIssuerType,
      identity?.sessionIssuerName,
    ],
    [identity?.sessionCreated, identity?.mfaAuthenticated],
  ];
}
