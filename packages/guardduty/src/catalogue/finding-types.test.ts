import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FindingTypeEntry } from './finding-type-entry.ts';
import { FINDING_TYPES, findingTypeEntry } from './finding-types.ts';

function count(of: (entry: FindingTypeEntry) => string | undefined): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of FINDING_TYPES.map((entry) => of(entry) ?? 'none')) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

test('the catalogue holds as many types of each state as AWS documents', () => {
  expect(count(({ state }) => state)).toEqual({ active: 204, 'opt-in': 25, renamed: 3, retired: 21 });
});

test('the active types are spread over resources as in the table of AWS', () => {
  const resource = ({ state, type }: FindingTypeEntry) =>
    state === 'active' ? type.split(/[:/]/)[1] : 'not active';
  expect(count(resource)).toEqual({
    Container: 2,
    EC2: 46,
    ECS: 3,
    EKS: 1,
    IAM: 1,
    IAMUser: 31,
    Kubernetes: 35,
    Lambda: 7,
    RDS: 9,
    Runtime: 46,
    S3: 23,
    'not active': 49,
  });
});

test('the severities are as AWS documents them; a star marks a variable one', () => {
  expect(count(({ severity, variable }) => `${severity ?? ''}${variable ? '*' : ''}`)).toEqual({
    Critical: 5,
    High: 101,
    'High*': 2,
    Medium: 85,
    'Medium*': 15,
    Low: 19,
    'Low*': 7,
    '*': 19,
  });
});

test('a type that names a credential goes to the runbook of access keys, and that runbook takes it', () => {
  const runbook = readFileSync(
    new URL('../../../../runbooks/compromised-access-key.md', import.meta.url),
    'utf8',
  );
  const globs = [...runbook.matchAll(/^ {2}- "(.+:.+)"$/gm)].map(
    ([, glob = '']) => new RegExp(`^${glob.replaceAll('*', '.*')}$`),
  );
  const routed = FINDING_TYPES.filter((entry) => entry.runbook === 'compromised-access-key');
  expect(routed).toHaveLength(68);
  expect(routed.filter(({ type }) => !globs.some((glob) => glob.test(type)))).toEqual([]);
  expect(FINDING_TYPES.filter(({ type }) => type.includes(':IAMUser/'))).toEqual(
    routed.filter(({ type }) => type.includes(':IAMUser/')),
  );
});

test('findingTypeEntry() knows a type by its exact name', () => {
  expect(findingTypeEntry('CredentialAccess:IAMUser/CompromisedCredentials')).toEqual({
    type: 'CredentialAccess:IAMUser/CompromisedCredentials',
    resources: ['AccessKey'],
    sources: ['CloudTrail management events', 'CloudTrail data events for S3'],
    severity: 'High',
    state: 'active',
    tactic: 'Credential Access',
    runbook: 'compromised-access-key',
  });
});

test('findingTypeEntry() leads from a renamed type to the type that took its place', () => {
  const old = findingTypeEntry('UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration');
  expect(old?.renamedTo).toBe('UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS');
});

test.each(['Discovery:Quantum/Entangled', 'backdoor:ec2/spambot', '__proto__', 'constructor', ''])(
  'findingTypeEntry() does not know %j, and that is no error',
  (name) => {
    expect(findingTypeEntry(name)).toBeUndefined();
  },
);
