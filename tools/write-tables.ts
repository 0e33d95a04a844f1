// Writes what docs/ and the snippets say about content, from the content: node tools/write-tables.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSavedQueries } from '../packages/athena/src/index.ts';
import { withConfigKeys } from './config-keys.ts';
import { containmentPage } from './containment-page.ts';
import { withQueryChoices } from './query-choices.ts';
import { queryPage } from './query-page.ts';
import { withRunbookKeys } from './runbook-keys.ts';

const root = join(import.meta.dirname, '..');
const runbooks = join(root, 'docs', 'runbooks.md');
write('docs/runbooks.md', withRunbookKeys(readFileSync(runbooks, 'utf8')));
const configuration = join(root, 'docs', 'configuration.md');
write('docs/configuration.md', withConfigKeys(readFileSync(configuration, 'utf8')));
const queries = await readSavedQueries(join(root, 'sql'));
write('docs/saved-queries.md', queryPage(queries));
write('docs/containment.md', containmentPage());
const snippets = join(root, '.vscode', 'markdown.code-snippets');
write('.vscode/markdown.code-snippets', withQueryChoices(readFileSync(snippets, 'utf8'), queries));

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
  process.stdout.write(`${path}\n`);
}
