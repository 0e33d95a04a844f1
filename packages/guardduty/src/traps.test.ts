import { describe, expect, test } from 'vitest';
import type { Finding } from './finding.ts';
import { parseFindings } from './parse-findings.ts';
import { camelFinding, findingOf, KEY_ID, pascal } from './testing/made-findings.ts';
import { asffFinding, ocsfFinding } from './testing/made-security-hub.ts';

function read(value: unknown): Finding {
  const [finding] = parseFindings(JSON.stringify(value), 'finding.json');
  if (finding === undefined) throw new TypeError('Cannot read the finding');
  return finding;
}
const whatOf = ({ gaps }: Finding) => gaps.map(({ what }) => what).join('\n');

describe('1: a type of ASFF is not reversible by rule', () => {
  test.each([
    ['TTPs/Credential Access/IAMUser-AnomalousBehavior', 'CredentialAccess:IAMUser/AnomalousBehavior'],
    ['TTPs/DefenseEvasion/EC2:Unusual-DNS-Resolver', 'DefenseEvasion:EC2/UnusualDNSResolver'],
    ['TTPs/PenTest:IAMUser/KaliLinux', 'PenTest:IAMUser/KaliLinux'],
    ['TTPs/Tomorrow:Resource/NewFamily.NewMechanism', 'Tomorrow:Resource/NewFamily.NewMechanism'],
  ])('%s is looked up', (asff, name) => {
    const finding = read({ ...asffFinding, Types: [asff] });
    expect(finding.type.name).toBe(name);
    expect(whatOf(finding)).not.toContain('renamed');
  });

  test('an unknown one stays as it is, and a gap names the finding by its ARN as the way out', () => {
    const finding = read({ ...asffFinding, Types: ['TTPs/Somewhere/Quantum-Entanglement'] });
    expect(finding.type).toMatchObject({ name: 'TTPs/Somewhere/Quantum-Entanglement', purpose: undefined });
    expect(finding.gaps[0]).toMatchObject({ what: expect.stringContaining('renamed') });
    expect(finding.gaps[0]?.lookup).toContain('guardduty:GetFindings');
  });
});

describe('2: Severity.Normalized is ignored', () => {
  const severities = [
    [
      { Product: 2, Label: 'MEDIUM', Normalized: 40 },
      { value: 2, label: 'Low' },
    ],
    [
      { Label: 'HIGH', Normalized: 1 },
      { value: 7, label: 'High' },
    ],
    [{ Normalized: 90 }, { value: 0, label: 'Unknown' }],
  ] as const;
  test.each(severities)('ASFF with %j', (Severity, expected) => {
    expect(read({ ...asffFinding, Severity, FindingProviderFields: {} }).severity).toEqual(expected);
  });

  test('ASFF prefers what GuardDuty said to what Security Hub made of it', () => {
    const FindingProviderFields = { Severity: { Label: 'LOW' } };
    const finding = read({
      ...asffFinding,
      Severity: { Label: 'HIGH', Normalized: 70 },
      FindingProviderFields,
    });
    expect(finding.severity).toEqual({ value: 1, label: 'Low' });
    expect(whatOf(finding)).toContain('Only the label');
  });

  test('OCSF with Normalized 40 and the label LOW', () => {
    const unmapped = { 'Severity.Normalized': '40', 'FindingProviderFields.Severity.Label': 'LOW' };
    expect(read({ ...ocsfFinding, unmapped }).severity).toEqual({ value: 1, label: 'Low' });
    expect(read({ ...ocsfFinding, unmapped: {}, severity: undefined, severity_id: 4 }).severity.label).toBe(
      'High',
    );
  });

  test('a finding without any severity is read, and a gap says so', () => {
    const { severity: _, ...finding } = camelFinding;
    expect(read(finding).severity).toEqual({ value: 0, label: 'Unknown' });
    expect(whatOf(read(finding))).toContain('The severity is not in this delivery');
  });
});

describe('4: a sample is known', () => {
  const { service } = camelFinding;
  test.each([
    ['by its title', { ...camelFinding, title: '[SAMPLE] A title' }],
    ['by additionalInfo', { ...camelFinding, service: { ...service, additionalInfo: { sample: true } } }],
    [
      'by AdditionalInfo.Value as JSON text',
      pascal({
        ...camelFinding,
        service: { ...service, additionalInfo: { type: 'default', value: '{"sample":true}' } },
      }),
    ],
    ['by its generated key', findingOf({ accessKeyId: 'GeneratedFindingAccessKeyId' })],
    ['by its address', read198()],
    ['by the flag of Security Hub', { ...asffFinding, Sample: true }],
    ['by the flag in OCSF', { ...ocsfFinding, unmapped: { ...ocsfFinding.unmapped, Sample: 'true' } }],
  ])('%s', (_, value) => {
    expect(read(value)).toMatchObject({ sample: true, gaps: [] });
  });

  test.each([
    ['AdditionalInfo.Value that is not JSON', { type: 'default', value: '{"sample": tru' }],
    ['AdditionalInfo.Value that is another JSON value', { type: 'default', value: '["sample"]' }],
    ['a sample that is false', { sample: false, value: '{"sample":false}' }],
    ['no object', 7],
  ])('and %s makes none', (_, additionalInfo) => {
    expect(read({ ...camelFinding, service: { ...service, additionalInfo } }).sample).toBe(false);
  });

  test('and nobody can pass for one by the name of a user or a session', () => {
    const details = { accessKeyId: KEY_ID, userName: 'GeneratedFindingUserName', userType: 'IAMUser' };
    expect(read(findingOf(details)).sample).toBe(false);
  });
});

function read198() {
  const text = JSON.stringify(camelFinding).replaceAll('203.0.113.66', '198.51.100.0');
  return JSON.parse(text) as unknown;
}

describe('5: principals', () => {
  test('ANONYMOUS_PRINCIPAL is nobody to contain, and has nothing to look up', () => {
    const finding = read(
      findingOf({
        accessKeyId: '',
        principalId: '',
        userName: 'ANONYMOUS_PRINCIPAL',
        userType: 'AWSAccount',
      }),
    );
    expect(finding).toMatchObject({ principal: { type: 'anonymous' }, gaps: [] });
    expect(finding.credential?.accessKeyId).toBeUndefined();
  });

  test('the account of the finding may differ from the account of the key', () => {
    const finding = read({ ...camelFinding, accountId: '222222222222' });
    expect(finding).toMatchObject({
      accountId: '222222222222',
      credential: { ownerAccountId: '111111111111' },
    });
    expect(whatOf(finding)).toContain('raised in account 222222222222, but the key belongs to 111111111111');
  });

  test('a key id of the old generation holds no account', () => {
    const finding = read(findingOf({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', userType: 'IAMUser' }));
    expect(finding.credential).toMatchObject({ kind: 'long-term', ownerAccountId: undefined });
    expect(finding.gaps[0]?.lookup).toContain('sts:GetAccessKeyInfo');
  });
});

test('6: for a global service, the Region of the finding may not be where the threat was seen', () => {
  const text = JSON.stringify(camelFinding).replace('s3.amazonaws.com', 'iam.amazonaws.com');
  const [finding] = parseFindings(text, 'f');
  expect(finding?.gaps).toEqual([expect.objectContaining({ lookup: expect.stringContaining('us-east-1') })]);
});

describe('OCSF: resources[].data is JSON text', () => {
  test.each(['{"AwsIamAccessKey": nope', '[]', 'null', '', 7, null])('%j does no harm', (data) => {
    const finding = read({ ...ocsfFinding, resources: [{ ...ocsfFinding.resources[0], data }] });
    expect(finding.credential).toMatchObject({ accessKeyId: KEY_ID, userName: undefined });
  });

  test('times are text with an offset, or milliseconds', () => {
    const finding_info = {
      ...ocsfFinding.finding_info,
      created_time_dt: undefined,
      created_time: 1789372800000,
    };
    expect(read({ ...ocsfFinding, finding_info, unmapped: {} })).toMatchObject({
      createdAt: '2026-09-14T08:00:00.000Z',
      firstSeen: '2026-09-14T10:00:00.000+02:00',
    });
  });
});

test.each([
  [
    'DefenseImpairment:IAM/LoggingStopped',
    'DefenseImpairment',
    'IAM',
    'LoggingStopped',
    undefined,
    undefined,
  ],
  ['Backdoor:EC2/C&CActivity.B!DNS', 'Backdoor', 'EC2', 'C&CActivity', 'B', 'DNS'],
  ['Tomorrow:Thing/Family.One.Two', 'Tomorrow', 'Thing', 'Family', 'One.Two', undefined],
])('purposes and resources are open lists: %s', (type, purpose, resource, family, mechanism, artifact) => {
  expect(read({ ...camelFinding, type }).type).toEqual({
    name: type,
    purpose,
    resource,
    family,
    mechanism,
    artifact,
  });
});
