import { join } from 'node:path';
import { HiveSQL } from 'dt-sql-parser/dist/parser/hive/index.js';
import { expect, test } from 'vitest';
import { SavedQueryUnreadable, SetupInvalid } from '../errors.ts';
import { placeholderValues } from './setup-values.ts';
import { fillIn, parseTableFile, readTableFiles } from './table-file.ts';

const files = await readTableFiles(join(import.meta.dirname, '../../../../sql/tables'));
const request = {
  database: 'security',
  accounts: ['111111111111', '222222222222'],
  regions: ['eu-central-1'],
  since: '2024-01-01',
  organisation: 'o-11111111',
  tables: [],
};

test.each(files.map((file) => [file.name, file] as const))(
  '%s is one statement in the grammar of Hive, which is that of Athena for tables',
  (name, file) => {
    const values = placeholderValues(request, { name, bucket: 'amzn-s3-demo-bucket', prefix: 'logs' });
    const statement = fillIn(file, values);
    expect(new HiveSQL().validate(statement)).toEqual([]);
    expect(statement).not.toMatch(/\{\{|;/);
    expect(statement).toContain("LOCATION 's3://amzn-s3-demo-bucket/logs/");
  },
);

test('the comment above a statement names every placeholder in it', async () => {
  const { readFile } = await import('node:fs/promises');
  for (const { path, statement } of files) {
    const text = await readFile(path, 'utf8');
    const comment = text.slice(0, text.indexOf('CREATE EXTERNAL'));
    const named = (part: string) => new Set(part.match(/\{\{[\w-]+\}\}/g));
    expect(named(comment)).toEqual(named(statement));
  }
});

test('a file that makes another table is refused, and so is a placeholder without a value', () => {
  expect(() => parseTableFile('CREATE EXTERNAL TABLE b (\n)', 'a.sql', 'a')).toThrow(SetupInvalid);
  const file = parseTableFile('CREATE EXTERNAL TABLE {{database}}.a (\n) {{constructor}}', 'a.sql', 'a');
  expect(() => fillIn(file, { database: 'security' })).toThrow('{{constructor}}');
});

test('a folder that is not there is named', async () => {
  await expect(readTableFiles('/nowhere')).rejects.toBeInstanceOf(SavedQueryUnreadable);
});
