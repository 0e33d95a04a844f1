import { expect, test } from 'vitest';
import { ASFF_TYPES, asffTypesOf, findingTypeOfAsff } from './asff-types.ts';

test.each([
  ['TTPs/Initial Access/UnauthorizedAccess:EC2-SSHBruteForce', 'UnauthorizedAccess:EC2/SSHBruteForce'],
  ['TTPs/Command and Control/Backdoor:EC2-C&CActivity.B!DNS', 'Backdoor:EC2/C&CActivity.B!DNS'],
  ['TTPs/Policy:IAMUser-RootCredentialUsage', 'Policy:IAMUser/RootCredentialUsage'],
  [
    'Unusual Behaviors/User/UnauthorizedAccess:IAMUser-ConsoleLogin',
    'UnauthorizedAccess:IAMUser/ConsoleLogin',
  ],
])('findingTypeOfAsff() reads the regular %s', (asff, type) => {
  expect(findingTypeOfAsff(asff)).toBe(type);
});

test.each([
  ['TTPs/Credential Access/IAMUser-AnomalousBehavior', 'CredentialAccess:IAMUser/AnomalousBehavior'],
  ['TTPs/DefenseEvasion/EC2:Unusual-DNS-Resolver', 'DefenseEvasion:EC2/UnusualDNSResolver'],
  ['TTPs/PenTest:IAMUser/KaliLinux', 'PenTest:IAMUser/KaliLinux'],
  ['TTPs/Discovery/RDS-MaliciousIPCaller', 'Discovery:RDS/MaliciousIPCaller'],
  [
    'TTPs/AnomalousBehavior/CredentialAccess:Kubernetes-SecretsAccessed',
    'CredentialAccess:Kubernetes/AnomalousBehavior.SecretsAccessed',
  ],
  [
    'Software and Configuration Checks/PrivilegeEscalation:Runtime-SuspiciousCommand',
    'PrivilegeEscalation:Runtime/SuspiciousCommand',
  ],
  [
    'TTPs/Impact/Impact:Runtime-SuspiciousDomainRequest.Reputatio',
    'Impact:Runtime/SuspiciousDomainRequest.Reputation',
  ],
])('findingTypeOfAsff() reads the irregular %s', (asff, type) => {
  expect(findingTypeOfAsff(asff)).toBe(type);
});

test('findingTypeOfAsff() takes a category in either spelling', () => {
  expect(findingTypeOfAsff('TTPs/CredentialAccess/IAMUser-AnomalousBehavior')).toBe(
    'CredentialAccess:IAMUser/AnomalousBehavior',
  );
  expect(findingTypeOfAsff('TTPs/Defense Evasion/EC2:Unusual-DNS-Resolver')).toBe(
    'DefenseEvasion:EC2/UnusualDNSResolver',
  );
});

test.each([
  ['a type younger than the table', 'CredentialAccess:IAMUser-CompromisedCredentials'],
  ['a sequence that the table lacks', 'AttackSequence:EKS/CompromisedCluster'],
])('findingTypeOfAsff() follows the rule for %s', (_, tail) => {
  expect(findingTypeOfAsff(`TTPs/Some Category/${tail}`)).toBe(tail.replace('-', '/'));
});

test.each([
  'Software and Configuration Checks/Vulnerabilities/CVE',
  'TTPs/Discovery/Recon:Quantum-Entangled',
  'TTPs/Discovery',
  'constructor',
  '__proto__',
  ':',
  '',
])('findingTypeOfAsff() invents nothing for %j', (asff) => {
  expect(findingTypeOfAsff(asff)).toBeUndefined();
});

test('asffTypesOf() is the reverse', () => {
  for (const [asff, type] of Object.entries(ASFF_TYPES)) expect(asffTypesOf(type)).toContain(asff);
  expect(asffTypesOf('CryptoCurrency:Lambda/BitcoinTool.B')).toHaveLength(2);
  expect(asffTypesOf('AttackSequence:EKS/CompromisedCluster')).toEqual([]);
});
