import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SCENARIOS, temporaryFolder } from '../testing/temporary-drill.ts';
import { scenarioJsonSchemas } from './json-schemas.ts';
import { findScenario, listScenarios } from './list-scenarios.ts';
import { readScenario } from './scenario.ts';

/** A copy of the scenario in which one text of one file is replaced, and the place of `|` in the new text. */
async function spoilt(file: string, from: string, to: string): Promise<{ folder: string; where: string }> {
  const folder = join(await temporaryFolder(), 'leaked-access-key');
  await cp(join(SCENARIOS, 'leaked-access-key'), folder, { recursive: true });
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  const marked = text.replace(from, to);
  const before = marked.slice(0, marked.indexOf(to) + to.indexOf('|')).split('\n');
  await writeFile(path, marked.replace(to, to.replace('|', '')));
  return { folder, where: `${path}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}` };
}

test.each([
  ['an unknown key', 'scenario.yaml', 'title: A role', '|titel: A role'],
  ['an unknown call', 'scenario.yaml', 'call: s3:ListBuckets', 'call: |s3:ListBucket'],
  ['unknown credentials', 'scenario.yaml', 'with: leaked-key', 'with: |leaked'],
  ['another id', 'scenario.yaml', 'id: leaked-access-key', 'id: |other'],
  ['a key of nobody', 'scenario.yaml', 'ASIARTXV5AHDSEXAMPLE', '|ASIARTXV5AHD7EXAMPLE'],
  ['a wrong status', 'organisation.yaml', 'status: Active', 'status: |On'],
  ['a key of another account', 'organisation.yaml', 'AKIARTXV5AHDQEXAMPLE:', '|AKIATHPL2AOHAEXAMPLE:'],
  ['a missing group', 'organisation.yaml', 'groups: [developers]', '|groups: [developer]'],
  ['a wrong policy', 'organisation.yaml', 'Builds:', 'Builds:\n            |Effect: Allow'],
  ['a sample finding', 'finding.json', '"title": "The', '"title": |"[SAMPLE] The'],
  ['a wrong time', 'cloudtrail/eu-west-1.json', '"eventTime": "2026', '"eventTime": |"26'],
])('a scenario with %s is invalid at a place', async (_what, file, from, to) => {
  const { folder, where } = await spoilt(file, from, to);
  await expect(readScenario(folder)).rejects.toMatchObject({
    name: 'ScenarioInvalid',
    where,
    remedy: expect.stringMatching(/\.$/),
  });
});

test('a file that cannot be parsed is unreadable at a place', async () => {
  const { folder, where } = await spoilt(
    'finding.json',
    '"version": "0",',
    '"version": "0", |"version": "0",',
  );
  await expect(readScenario(folder)).rejects.toMatchObject({ name: 'ScenarioUnreadable', where });
});

test('a scenario without its files is unreadable', async () => {
  await expect(readScenario(await temporaryFolder())).rejects.toMatchObject({ name: 'ScenarioUnreadable' });
});

test('scenarios are listed and found by id or by path', async () => {
  const [first] = await listScenarios(SCENARIOS);
  expect(first).toMatchObject({ id: 'leaked-access-key', folder: join(SCENARIOS, 'leaked-access-key') });
  await expect(findScenario('leaked-access-key', SCENARIOS)).resolves.toBe(first?.folder);
  await expect(findScenario(first?.folder ?? '', '/nowhere')).resolves.toBe(first?.folder);
  await expect(findScenario('other', SCENARIOS)).rejects.toMatchObject({
    name: 'ScenarioUnknown',
    remedy: 'Choose one of leaked-access-key.',
  });
  await expect(listScenarios('/nowhere')).rejects.toMatchObject({ name: 'ScenarioUnknown' });
});

test('the JSON schemas describe what a person writes', () => {
  const schemas = scenarioJsonSchemas();
  expect(JSON.stringify(schemas['scenario.yaml'])).toContain('"moves"');
  expect(schemas['organisation.yaml']).toHaveProperty('properties.accounts');
  expect(JSON.stringify(schemas['scenario.yaml'])).toContain('s3:GetObject');
});
