import { expect, test } from 'vitest';
import { parseFindings } from './parse-findings.ts';
import {
  ARN,
  camelFinding,
  eventBridge,
  FINDING_ID,
  KEY_ID,
  lower,
  pascal,
} from './testing/made-findings.ts';
import { asffFinding, ocsfFinding, ocsfSecurityFinding } from './testing/made-security-hub.ts';

const json = JSON.stringify;
const { resource, service, ...columns } = camelFinding;

test.each([
  ['a GetFindings answer of the SDK', json({ Findings: [pascal(camelFinding)] }), 'get-findings'],
  [
    'a GetFindings answer with its metadata in front',
    json({ $metadata: {}, Findings: [pascal(camelFinding)] }),
    'get-findings',
  ],
  ['a raw HTTP answer', json({ findings: [camelFinding] }), 'get-findings'],
  ['a bare camelCase finding', json(camelFinding), 'bare'],
  ['a bare PascalCase finding', json(pascal(camelFinding)), 'bare'],
  ['a pretty-printed finding', json(camelFinding, null, 2), 'bare'],
  ['a finding behind a byte order mark', `\uFEFF${json(camelFinding)}`, 'bare'],
  ['an EventBridge event', json(eventBridge(camelFinding)), 'eventbridge'],
  ['an EventBridge event around PascalCase', json(eventBridge(pascal(camelFinding))), 'eventbridge'],
  ['a list of events', json([eventBridge(camelFinding)]), 'eventbridge'],
  ['a fourth casing: all lower case', json(lower(camelFinding)), 'lower-case'],
  [
    'a fourth casing: a row of an Athena table, with JSON text',
    json({
      ...(lower(columns) as object),
      severity: '5.0',
      resource: json(lower(resource)),
      service: json(lower(service)),
    }),
    'lower-case',
  ],
  ['ASFF', json(asffFinding), 'asff'],
  ['a Security Hub answer', json({ Findings: [asffFinding], NextToken: 'x' }), 'asff'],
  [
    'a Security Hub event',
    json(eventBridge({ findings: [asffFinding] }, 'Security Hub Findings - Imported', 'aws.securityhub')),
    'asff',
  ],
  [
    "ASFF in another tool's envelope",
    json({ ticket: 7, SecurityHubFinding: asffFinding, notes: ['x'] }),
    'asff',
  ],
  ['OCSF Detection Finding', json(ocsfFinding), 'ocsf-2004'],
  ['OCSF Security Finding', json(ocsfSecurityFinding), 'ocsf-2001'],
])('parseFindings() reads %s', (_, text, shape) => {
  const findings = parseFindings(text, 'finding.json');
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    shape,
    id: FINDING_ID,
    arn: ARN,
    type: {
      name: 'UnauthorizedAccess:IAMUser/MaliciousIPCaller.Custom',
      purpose: 'UnauthorizedAccess',
      resource: 'IAMUser',
      family: 'MaliciousIPCaller',
      mechanism: 'Custom',
      artifact: undefined,
    },
    severity: { value: 5, label: 'Medium' },
    accountId: '111111111111',
    region: 'eu-west-1',
    partition: 'aws',
    firstSeen: '2026-09-14T08:00:00.000Z',
    lastSeen: '2026-09-14T09:00:00.000Z',
    createdAt: '2026-09-14T08:05:00.000Z',
    updatedAt: '2026-09-14T09:05:00.000Z',
    count: 3,
    archived: false,
    sample: false,
    resourceType: 'AccessKey',
    resources: [{ kind: 'AccessKey', id: KEY_ID, name: 'build-bot' }],
    credential: {
      accessKeyId: KEY_ID,
      principalId: 'AIDARTXV5AHDQEXAMPLE',
      userName: 'build-bot',
      userType: 'IAMUser',
      kind: 'long-term',
      ownerAccountId: '111111111111',
    },
    principal: { type: 'iam-user', name: 'build-bot', why: 'userType is IAMUser' },
    action: { kind: 'AWS_API_CALL', callerType: 'Remote IP', errorCode: 'AccessDenied' },
    api: { name: 'GetObject', service: 's3.amazonaws.com' },
    remote: {
      ip: '203.0.113.66',
      country: 'Atlantis',
      asn: '64496',
      organization: 'Example Net',
      accountId: '222222222222',
      affiliated: false,
    },
  });
});

test('parseFindings() reads columns that were flattened with dots', () => {
  const row = {
    ...(lower(columns) as object),
    'resource.resourcetype': 'AccessKey',
    'resource.accesskeydetails.accesskeyid': KEY_ID,
    'service.count': '3',
    'service.action.actiontype': 'AWS_API_CALL',
    'service.action.awsapicallaction.remoteipdetails.ipaddressv4': '203.0.113.66',
  };
  expect(parseFindings(json(row), 'row.json')[0]).toMatchObject({
    shape: 'lower-case',
    count: 3,
    credential: { accessKeyId: KEY_ID },
    remote: { ip: '203.0.113.66' },
  });
});

test('parseFindings() reads ASFF of 2019: no prefix, no key, other names', () => {
  const { Region: _, ...finding } = asffFinding;
  const old = {
    ...finding,
    Id: `arn:aws::guardduty:eu-west-1:111111111111:detector/d0/finding/${FINDING_ID}`,
    ProductFields: {
      'action/actionType': 'AWS_API_CALL',
      'action/awsApiCallAction/api': 'ConsoleLogin',
      'action/awsApiCallAction/remoteIpDetails/ipAddressV4': '203.0.113.66',
      additionalInfo: '{"sample":true}',
      count: '7',
    },
    Resources: [
      {
        Type: 'AwsIamAccessKey',
        Id: 'AWS::IAM::AccessKey:null',
        Details: { AwsIamAccessKey: { UserName: 'alice' } },
      },
    ],
  };
  expect(parseFindings(json(old), 'asff.json')[0]).toMatchObject({
    id: FINDING_ID,
    region: 'eu-west-1',
    partition: 'aws',
    count: 7,
    sample: true,
    api: { name: 'ConsoleLogin' },
    remote: { ip: '203.0.113.66' },
    credential: { accessKeyId: undefined, userName: 'alice', kind: 'unknown' },
  });
});

test('parseFindings() takes the action of ASFF from its object where ProductFields has none', () => {
  const Action = {
    ActionType: 'AWS_API_CALL',
    AwsApiCallAction: {
      Api: 'GetObject',
      RemoteIpDetails: { IpAddressV4: '192.0.2.1', Organization: { Asn: 64496 } },
    },
  };
  expect(parseFindings(json({ ...asffFinding, ProductFields: {}, Action }), 'asff.json')[0]).toMatchObject({
    api: { name: 'GetObject' },
    remote: { ip: '192.0.2.1', asn: '64496' },
    action: { kind: 'AWS_API_CALL', details: Action.AwsApiCallAction },
  });
});

test('parseFindings() leaves `raw` and the details of resources untouched', () => {
  const [finding] = parseFindings(json({ Findings: [pascal(camelFinding)] }), 'finding.json');
  expect(finding?.raw).toEqual(pascal(camelFinding));
  expect(finding?.resources[0]?.details).toEqual(pascal(resource.accessKeyDetails));
  expect(finding?.action?.details).toEqual(pascal(service.action.awsApiCallAction));
});
