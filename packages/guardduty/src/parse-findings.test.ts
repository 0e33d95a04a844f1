import { expect, test } from 'vitest';
import { parseFindings } from './parse-findings.ts';

const camel = {
  accountId: '111111111111',
  arn: 'arn:aws:guardduty:us-east-1:111111111111:detector/d/finding/f',
  id: '0123456789abcdef0123456789abcdef',
  type: 'UnauthorizedAccess:IAMUser/MaliciousIPCaller.Custom',
  severity: 5,
  title: 'API GetObject was called from a malicious address.',
  resource: {
    resourceType: 'AccessKey',
    accessKeyDetails: {
      accessKeyId: 'AKIARTXV5AHD7EXAMPLE',
      principalId: 'AIDA',
      userName: 'build-bot',
      userType: 'IAMUser',
    },
  },
  service: {
    archived: false,
    count: 3,
    eventFirstSeen: '2026-09-14T08:00:00.000Z',
    action: {
      actionType: 'AWS_API_CALL',
      awsApiCallAction: {
        api: 'GetObject',
        serviceName: 's3.amazonaws.com',
        remoteIpDetails: {
          ipAddressV4: '203.0.113.66',
          country: { countryName: 'Atlantis' },
          organization: { asn: '64496' },
        },
      },
    },
  },
};

function pascal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pascal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.charAt(0).toUpperCase() + key.slice(1), pascal(inner)]),
  );
}

const eventBridge = {
  version: '0',
  'detail-type': 'GuardDuty Finding',
  source: 'aws.guardduty',
  detail: camel,
};

test.each([
  ['an EventBridge event', eventBridge, 'eventbridge'],
  ['a GetFindings answer', { Findings: [pascal(camel)] }, 'get-findings'],
  ['a raw HTTP answer', { findings: [camel] }, 'get-findings'],
  ['a bare camelCase finding', camel, 'bare'],
  ['a bare PascalCase finding', pascal(camel), 'bare'],
])('parseFindings() reads %s', (_, value, shape) => {
  const [finding] = parseFindings(JSON.stringify(value), 'finding.json');
  expect(finding).toMatchObject({
    id: camel.id,
    shape,
    accountId: '111111111111',
    severity: { value: 5, label: 'Medium' },
    sample: false,
    count: 3,
    type: {
      purpose: 'UnauthorizedAccess',
      resource: 'IAMUser',
      family: 'MaliciousIPCaller',
      mechanism: 'Custom',
    },
    credential: { accessKeyId: 'AKIARTXV5AHD7EXAMPLE', userName: 'build-bot', userType: 'IAMUser' },
    api: { name: 'GetObject', service: 's3.amazonaws.com' },
    remote: { ip: '203.0.113.66', country: 'Atlantis', asn: '64496' },
  });
});

test.each([
  ['the title', { ...camel, title: '[SAMPLE] A title' }],
  ['additionalInfo', { ...camel, service: { ...camel.service, additionalInfo: { sample: true } } }],
  [
    'JSON text in Value',
    {
      ...camel,
      service: { ...camel.service, AdditionalInfo: { Type: 'default', Value: '{"sample":true}' } },
    },
  ],
])('parseFindings() knows a sample by %s', (_, value) => {
  expect(parseFindings(JSON.stringify(value), 'finding.json')[0]?.sample).toBe(true);
});

test('parseFindings() names line and column of text that is not JSON', () => {
  expect(() => parseFindings('{\n  "id": nope}', 'finding.json')).toThrow(
    expect.objectContaining({ name: 'FindingNotJson', where: 'finding.json:2:10' }),
  );
});

test.each([
  ['{}', '"type" is missing'],
  ['[]', 'holds no finding'],
  ['{"Findings":[]}', 'holds no finding'],
  ['null', 'not a JSON object'],
  ['{"type":"A:B/C","id":"x"}', '"severity" is missing'],
  ['{"__proto__":{"type":"A:B/C"}}', '"type" is missing'],
])('parseFindings() says what is wrong with %s', (text, reason) => {
  expect(() => parseFindings(text, 'finding.json')).toThrow(reason);
});
