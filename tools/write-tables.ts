// Writes the tables of keys into docs/runbooks.md from the schemas in the code: node tools/write-tables.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withRunbookKeys } from './runbook-keys.ts';

const path = join(import.meta.dirname, '..', 'docs', 'runbooks.md');
writeFileSync(path, withRunbookKeys(readFileSync(path, 'utf8')));
process.stdout.write('docs/runbooks.md\n');
