import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PARAMETER_TYPES, readSavedQueries } from '../packages/athena/src/index.ts';
import { CONFIG_FILE } from '../packages/aws/src/index.ts';
import { ACTIONS } from '../packages/containment/src/index.ts';
import { frontMatter } from '../packages/runbook/src/index.ts';
import { withConfigKeys } from '../tools/config-keys.ts';
import { containmentPage } from '../tools/containment-page.ts';
import { queryPage } from '../tools/query-page.ts';
import { withRunbookKeys } from '../tools/runbook-keys.ts';
import { schemaFiles } from '../tools/schema-files.ts';

const ROOT = join(import.meta.dirname, '..');
const files = schemaFiles();

test.each([...files])('%s is what tools/write-schemas.ts writes', (path, text) => {
  expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text);
});

test('schema/ holds nothing else', () => {
  const names = readdirSync(join(ROOT, 'schema')).map((name) => `schema/${name}`);
  expect(names.sort()).toEqual([...files.keys()].sort());
});

test('the editor uses schemas that are there, for files that are there', () => {
  const { 'yaml.schemas': used } = JSON.parse(
    readFileSync(join(ROOT, '.vscode', 'settings.json'), 'utf8'),
  ) as { 'yaml.schemas': Record<string, string[]> };
  for (const [schema, names] of Object.entries(used)) {
    expect([...files.keys()]).toContain(schema.replace('./', ''));
    const scenario = readdirSync(join(ROOT, 'packages/drill/scenarios/leaked-access-key'));
    expect([...scenario, CONFIG_FILE]).toEqual(expect.arrayContaining(names));
  }
});

test('docs/runbooks.md has the keys that tools/write-tables.ts writes', () => {
  const page = readFileSync(join(ROOT, 'docs', 'runbooks.md'), 'utf8');
  expect(withRunbookKeys(page)).toBe(page);
});

test('docs/configuration.md has the keys that tools/write-tables.ts writes', () => {
  const page = readFileSync(join(ROOT, 'docs', 'configuration.md'), 'utf8');
  expect(withConfigKeys(page)).toBe(page);
});

test('docs/saved-queries.md is what tools/write-tables.ts writes', async () => {
  const page = readFileSync(join(ROOT, 'docs', 'saved-queries.md'), 'utf8');
  expect(queryPage(await readSavedQueries(join(ROOT, 'sql')))).toBe(page);
});

test('docs/containment.md is what tools/write-tables.ts writes', () => {
  expect(containmentPage()).toBe(readFileSync(join(ROOT, 'docs', 'containment.md'), 'utf8'));
});

test.each([
  ['docs/runbooks.md', '## Actions', ACTIONS.map(({ name }) => name)],
  ['docs/runbooks.md', '## Types', valueTypes()],
  ['docs/queries.md', '## Parameters', [...PARAMETER_TYPES]],
])('%s, "%s" has a row for each', (path, heading, names) => {
  const page = readFileSync(join(ROOT, path), 'utf8');
  const [, section = ''] = page.split(`\n${heading}\n`);
  const rows = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name);
  expect(rows.sort()).toEqual([...names].sort());
});

/** The types that a value of a runbook can have. */
function valueTypes(): string[] {
  const head = JSON.stringify(frontMatter.toJSONSchema({ io: 'input' }));
  return JSON.parse(/"enum":(\["text".*?\])/.exec(head)?.[1] ?? '[]') as string[];
}
