import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ASFF_TYPES } from './asff-types.ts';
import { checkAsffTypes, checkFindingTypes } from './check-finding-types.ts';
import type { FindingTypeEntry } from './finding-type-entry.ts';
import { FINDING_TYPES } from './finding-types.ts';

const folder = new URL('../../../../runbooks/', import.meta.url);
const runbooks = new Set(readdirSync(folder).map((file) => file.replace(/\.md$/, '')));

test('every entry of the catalogue is sound and routed to a runbook that exists', () => {
  expect(checkFindingTypes(FINDING_TYPES, runbooks)).toEqual([]);
});

test('every ASFF name leads to one type of the catalogue', () => {
  expect(checkAsffTypes(ASFF_TYPES, FINDING_TYPES)).toEqual([]);
});

const sound: FindingTypeEntry = {
  type: 'Recon:EC2/Portscan',
  resources: ['Instance'],
  sources: ['VPC flow logs'],
  severity: 'Medium',
  state: 'active',
  runbook: 'general-triage',
};

test.each<[string, object]>([
  ['it is not Purpose:Resource/Family', { type: 'Portscan' }],
  ['"gone" is not a state', { state: 'gone' }],
  ['a severity is not one of the four', { severity: 'Severe' }],
  ['a severity is not one of the four', { state: 'opt-in', rules: { PortsScanned: 'HIGH' } }],
  ['it has no severity and is not marked variable', { severity: undefined }],
  ['"Snooping" is not a tactic', { tactic: 'Snooping' }],
  ['a renamed type, and no other, names its successor', { state: 'renamed', renamedTo: 'Recon:EC2/Gone' }],
  ['an opt-in type, and no other, names its rules', { state: 'opt-in' }],
  ['there is no runbook "port-scan"', { runbook: 'port-scan' }],
])('a mistake is named: %s', (mistake, change) => {
  const entry = { ...sound, ...change } as FindingTypeEntry;
  expect(checkFindingTypes([entry], runbooks)).toEqual([`${entry.type}: ${mistake}`]);
});

test('a type that stands twice is named once', () => {
  expect(checkFindingTypes([sound, sound], runbooks)).toEqual([
    'Recon:EC2/Portscan: it stands more than once',
  ]);
});

test('an ASFF name with two meanings is named, however it is spelled', () => {
  const table = { 'TTPs/Discovery/A': 'Recon:EC2/Portscan', 'TTPs/discovery/a': 'Recon:EC2/Gone' };
  expect(checkAsffTypes(table, [sound])).toEqual([
    'TTPs/discovery/a: the catalogue has no Recon:EC2/Gone',
    'TTPs/discovery/a: it means both Recon:EC2/Portscan and Recon:EC2/Gone',
  ]);
});
