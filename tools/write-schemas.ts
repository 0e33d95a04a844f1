// Writes schema/*.schema.json from the schemas in the code: node tools/write-schemas.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { schemaFiles } from './schema-files.ts';

const root = join(import.meta.dirname, '..');
for (const [path, text] of schemaFiles()) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  process.stdout.write(`${path}\n`);
}
