import { expect, test } from 'vitest';
import { parseFindings } from '../parse-findings.ts';
import { eventBridge, pascal } from '../testing/made-findings.ts';
import { alice, deployer, sequenceFinding } from '../testing/made-sequence.ts';

function read(value: unknown) {
  const [finding] = parseFindings(JSON.stringify(value), 'f');
  if (finding === undefined) throw new TypeError('Cannot read the finding');
  return finding;
}

test.each([
  ['camelCase', eventBridge(sequenceFinding([alice]))],
  ['PascalCase', { Findings: [pascal(sequenceFinding([alice]))] }],
])('readSequence() reads actors, signals, indicators, endpoints and resources in %s', (_, value) => {
  expect(read(value)).toMatchObject({
    resourceType: 'AttackSequence',
    severity: { value: 9, label: 'Critical' },
    sequence: {
      uid: 'sequence-1',
      actors: [
        {
          id: 'actor-1',
          userName: 'alice',
          userType: 'IAMUser',
          accessKeyId: 'ASIARTXV5AHDQEXAMPLE',
          accountId: '111111111111',
          sessionCreatedAt: '2026-09-14T08:00:00.000Z',
          mfa: 'DISABLED',
        },
      ],
      signals: [{ type: 'CLOUD_TRAIL', name: 'cloudtrail:DeleteTrail', count: 2, actorIds: ['actor-1'] }],
      indicators: [
        { key: 'ATTACK_TACTIC', values: ['Persistence', 'Discovery'] },
        { key: 'A_KEY_OF_TOMORROW', values: [] },
      ],
      endpoints: [
        { ip: '192.0.2.9', port: 443, country: 'Atlantis', asn: '64496', organization: 'Example Net' },
      ],
      resources: [
        { kind: 'AccessKey', id: 'ASIARTXV5AHDQEXAMPLE' },
        { kind: 'S3Bucket', id: 'arn:aws:s3:::example-bucket', name: 'example-bucket' },
      ],
    },
    credential: { accessKeyId: 'ASIARTXV5AHDQEXAMPLE', kind: 'temporary', userName: 'alice' },
    principal: { type: 'iam-user', name: 'alice' },
    remote: { ip: '192.0.2.9', asn: '64496' },
  });
});

test('several actors: none is chosen, and a gap asks for a person', () => {
  const finding = read(sequenceFinding([alice, deployer]));
  expect(finding).toMatchObject({ credential: undefined, principal: undefined });
  expect(finding.gaps[0]?.what).toContain('2 actors (alice, Deployer)');
  expect(finding.gaps[0]?.lookup).toContain('let a person choose');
});

test('an actor that says who issued the session leaves no gap about it', () => {
  const finding = read(sequenceFinding([deployer]));
  expect(finding.principal).toMatchObject({ type: 'assumed-role', sessionName: 'nightly' });
  expect(finding.gaps).toEqual([]);
});

test('without actors, the only access key among the resources is the credential', () => {
  expect(read(sequenceFinding([])).credential).toMatchObject({
    accessKeyId: 'ASIARTXV5AHDQEXAMPLE',
    userName: 'alice',
    userType: 'IAMUser',
  });
});

test('a delivery without the sequence says so', () => {
  const { service, ...finding } = sequenceFinding([]);
  const bare = read({ ...finding, service: { ...service, detection: undefined } });
  expect(bare.sequence).toBeUndefined();
  expect(bare.gaps[0]?.what).toContain('not in this delivery');
});
